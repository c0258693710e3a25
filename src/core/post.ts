import type { CaseEvent } from './event.ts';

/** A Slack message of a case: its card (`seq` 0), or the thread line of event `seq`; `digest` tells whether it shows the present truth. */
export type Post = { caseId: string; kind: 'card' | 'line'; seq: number; channel: string; ts: string; digest: string };

/** An event as it was stored, with its place in the case from 1. */
export type RecordedEvent = Omit<CaseEvent, 'personal'> & { seq: number };
