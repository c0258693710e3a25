import { expect } from 'vitest';
import { type SignedRequest, signRequest } from '../../../../src/demo/slack-stand-in/events-url.ts';
import type { Situation, Stage } from './situation.ts';

const form = 'application/x-www-form-urlencoded';

/** The request of a press that the desk never saw, which somebody else sends. */
function writePress({ it, ts }: Stage): string {
  const value = 'acknowledge';
  const payload = {
    type: 'block_actions',
    user: { id: 'UANNA' },
    team: { id: it.standIn.identity.teamId },
    trigger_id: '1.2.3',
    container: { type: 'message', message_ts: ts, channel_id: 'CPRIVACY' },
    channel: { id: 'CPRIVACY' },
    actions: [{ type: 'button', action_id: 'case.acknowledge', block_id: 'case/c1/act', value }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function post({ it }: Stage, request: SignedRequest) {
  const url = it.standIn.eventsUrl();
  if (!url) throw new Error('The stand-in has no address of the desk: expected HTTP mode.');
  return url.post(request);
}

function refusedRequest(name: string, sign: (body: string, stage: Stage) => SignedRequest): Situation {
  return {
    name,
    only: 'http',
    async happen(stage) {
      expect(await post(stage, sign(writePress(stage), stage))).toMatchObject({ acked: false, status: 401 });
    },
    ends({ it }) {
      expect(it.desk.read('c1').acknowledged).toBeUndefined();
      expect(it.unfinished()).toEqual([]);
    },
    told: { nothing: 'it did not come from Slack' },
  };
}

/** What anybody can send to the address of HTTP mode. */
export const listRequestSituations = (): Situation[] => [
  {
    name: 'a request as Slack signs it, to show that the next ones are refused for what is wrong with them',
    only: 'http',
    async happen(stage) {
      const request = signRequest(writePress(stage), form, stage.it.standIn.signingSecret, new Date());
      expect(await post(stage, request)).toMatchObject({ acked: true });
    },
    async ends({ it }) {
      await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
    },
    told: { nothing: 'the card shows it' },
  },
  refusedRequest('a request with a wrong signature', (body) => signRequest(body, form, 'another secret', new Date())),
  refusedRequest('a request without a signature', (body) => ({ body, headers: { 'content-type': form } })),
  refusedRequest('a request whose body was changed after it was signed', (body, { it }) => {
    const signed = signRequest(body, form, it.standIn.signingSecret, new Date());
    return { ...signed, body: body.replace('UANNA', 'UBRAM') };
  }),
  refusedRequest('a request with a timestamp of ten minutes ago', (body, { it }) =>
    signRequest(body, form, it.standIn.signingSecret, new Date(Date.now() - 600_000)),
  ),
  {
    name: 'a request of Slack that somebody sends again',
    only: 'http',
    async happen(stage) {
      const { it, ts } = stage;
      await it.standIn.press('UANNA', ts, 'case.acknowledge');
      await it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
      const [request] = it.standIn.eventsUrl()?.sent ?? [];
      if (!request) throw new Error('Nothing was sent to the desk: expected the press.');
      await post(stage, request);
    },
    ends({ it }) {
      expect(it.desk.read('c1').letters).toHaveLength(1);
      expect(it.log.map(({ message }) => message)).toContain(
        'A request with the signature of an earlier one was refused',
      );
    },
    told: { nothing: 'it did not come from Slack' },
  },
];
