import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { expectRight } from './proof.ts';
import { findCard, moved, press, readCaseOf, workToTheEnd } from './staff.ts';
import { openWorld, root, type Servers, startServers, type World } from './world.ts';

/** A right that the desk does not ship: to see the images on which one stands. */
const workflow = `right: camera_images
name: { nl: Camerabeelden, en: Camera images }
article: "15(1)"
deadline: { period: P1M, extension: P2M }
identity: 2
steps: [verify, decide, do, answer]
tasks:
  do:
    - id: cut
      title: { nl: Maak anderen onherkenbaar, en: Blur the others }
letters:
  acknowledged: acknowledgement
  confirm: confirm-identity
  extended: extension
  fulfil: camera-shown
  refuse: refusal
refusal:
  - id: others-rights
    article: "15(4)"
    text: { nl: De beelden tonen vooral anderen., en: The images show mainly others. }
signs:
  nl: [camerabeelden waarop ik, beelden van de bewakingscamera waar ik op sta]
  en: [camera images of me]
`;
const letter = (subject: string, sentence: string) => `---
subject: "${subject} ({{ case.number }})"
needs: [case.number, case.receivedOn]
---
${sentence} {{ case.receivedOn }}. {{ answer }}

{{ organisation.name }}
{{ organisation.email }}
`;

describeWith([dovecot, smtpd, redisServer], 'a right that a folder brings', () => {
  const home = mkdtempSync(join(tmpdir(), 'rl-sixth-'));
  let servers: Servers;
  let world: World;
  beforeAll(async () => {
    for (const name of ['workflows', 'templates']) cpSync(join(root, name), join(home, name), { recursive: true });
    writeFileSync(join(home, 'workflows/camera_images.yaml'), workflow);
    writeFileSync(join(home, 'templates/nl/camera-shown.md'), letter('Uw beelden', 'U vroeg om beelden op'));
    writeFileSync(join(home, 'templates/en/camera-shown.md'), letter('Your images', 'You asked for images on'));
    servers = await startServers();
    world = await openWorld(servers, { home });
  });
  afterAll(async () => {
    await world?.close();
    await servers?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('is recognised in a mail by its signs, and runs to a closed case without any TypeScript of its own', {
    timeout: 60_000,
  }, async () => {
    const from = 'kim@example.test';
    await world.write({
      from,
      name: 'Kim Kijker',
      subject: 'Beelden',
      text: 'Goedendag,\n\nGraag ontvang ik de camerabeelden waarop ik te zien ben, van maandag bij de ingang.\n\nKim Kijker',
    });
    let opened = await readCaseOf(world, from);
    expect(opened.tracks.map((track) => track.right)).toEqual(['camera_images']);
    if (opened.status === 'triage')
      opened = await moved(world, opened, () => press(world, opened, 'case.triage.camera_images'));
    expect(opened.status).toBe('open');
    expect((await findCard(world, opened)).words).toContain('Camerabeelden');
    const closed = await workToTheEnd(world, opened, { tasks: { note: 'De beelden staan klaar.' } });
    await expectRight(world, closed, from, ['acknowledged', 'fulfil']);
    const answer = (await world.letters(from)).at(-1);
    expect(answer?.subject).toContain('Uw beelden');
    expect(answer?.text).toContain('De beelden staan klaar.');
  });
});
