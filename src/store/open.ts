import * as cases from './cases.ts';
import { claimOutbox, endOutbox, startOutbox } from './claims.ts';
import { takeNumber } from './counters.ts';
import { type Database, openDatabase, type Writing } from './db.ts';
import { appendEvents, makeHead, readEvents } from './events.ts';
import { addLinks, findLinks, moveLinks, removeLinks } from './links.ts';
import * as mails from './mails.ts';
import { readMeta, writeMeta } from './meta.ts';
import { migrate } from './migrate.ts';
import * as outbox from './outbox.ts';
import * as posts from './posts.ts';
import { makeSeals, type Seals } from './seal.ts';
import type { OpenStore, Store, Transaction } from './store.ts';
import { verifyChain } from './verify-chain.ts';

/** Opens the store, migrating it first; throws when SECRET_KEY is not the one it was made with. */
export const openStore: OpenStore = async ({ secretKey, ...where }) => {
  const seals = makeSeals(secretKey);
  const database = await openDatabase(where);
  try {
    await migrate(database);
    await checkKey(database, seals);
  } catch (error) {
    await database.close();
    throw error;
  }
  return makeStore(database, seals);
};

async function checkKey(database: Database, seals: Seals): Promise<void> {
  await database.write(async (writing) => {
    await writing.lockName('schema');
    const { db } = writing;
    const row = await db.selectFrom('schema_info').select('value').where('name', '=', 'key-check').executeTakeFirst();
    if (row?.value === seals.checkValue) return;
    if (row !== undefined) {
      throw new Error(
        `SECRET_KEY is not the key that the store ${database.place} was made with; expected that very key. Put it back, or set DATA_DIR or DATABASE_URL to the store that belongs to this key.`,
      );
    }
    await db.insertInto('schema_info').values({ name: 'key-check', value: seals.checkValue }).execute();
    await makeHead(writing, seals);
  });
}

function makeStore(database: Database, seals: Seals): Store {
  const { read, write } = database;
  return {
    engine: database.engine,
    async transaction(work) {
      let purged = false;
      const onPurge = () => {
        purged = true;
      };
      const result = await write((writing) => work(makeTransaction(writing, seals, onPurge)));
      if (purged) await database.wipeLeftovers();
      return result;
    },

    readCase: (id) => read((db) => cases.readCase(db, seals, id)),
    findCaseByNumber: (number) => read((db) => cases.findCaseByNumber(db, seals, number)),
    listCases: (filter = {}) => read((db) => cases.listCases(db, filter)),
    listRecords: (since) => read((db) => cases.listRecords(db, since)),
    readEvents: (caseId) => read((db) => readEvents(db, seals, caseId)),
    findLinks: (kind, values) => read((db) => findLinks(db, seals, kind, values)),
    verifyChain: () => read((db) => verifyChain(db, seals)),

    keepMails: (batch, cursor) => write((writing) => mails.keepMails(writing, seals, batch, cursor)),
    knownIdentities: (identities) => read((db) => mails.knownIdentities(db, identities)),
    readMail: (id) => read((db) => mails.readMail(db, seals, id)),
    readCursor: (mailbox, uidValidity) => read((db) => mails.readCursor(db, mailbox, uidValidity)),
    countMails: (since) => read((db) => mails.countMails(db, since)),
    hash: (value) => seals.hash(value),

    hasStarted: (caseId, kind) => read((db) => outbox.hasStarted(db, caseId, kind)),
    readOutbox: (id) => read((db) => outbox.readOutbox(db, id)),
    listPending: (options) => read((db) => outbox.listPending(db, options)),
    claimOutbox: (id, worker, now, until) => write((writing) => claimOutbox(writing, id, worker, now, until)),
    startOutbox: (id, at, worker) => write((writing) => startOutbox(writing, id, at, worker)),
    endOutbox: (id, end) => write((writing) => endOutbox(writing, id, end)),

    readPosts: (caseId) => read((db) => posts.readPosts(db, caseId)),
    savePost: (post) => write(({ db }) => posts.savePost(db, post)),
    removePost: (caseId, kind, seq) => write(({ db }) => posts.removePost(db, caseId, kind, seq)),
    findPost: (channel, ts) => read((db) => posts.findPost(db, channel, ts)),

    readMeta: (key) => read((db) => readMeta(db, key)),
    writeMeta: (key, value) => write(({ db }) => writeMeta(db, key, value)),
    async readSecret(name) {
      const sealed = await read((db) => readMeta(db, secretKeyOf(name)));
      return sealed === null ? null : seals.openSecret(name, Buffer.from(sealed, 'base64'));
    },
    writeSecret(name, value) {
      const sealed = Buffer.from(seals.sealSecret(name, value)).toString('base64');
      return write(({ db }) => writeMeta(db, secretKeyOf(name), sealed));
    },
    close: () => database.close(),
  };
}

/** Where a secret stands among the remembered values. */
const secretKeyOf = (name: string) => `secret-${name}`;

function makeTransaction(writing: Writing, seals: Seals, onPurge: () => void): Transaction {
  return {
    lockCase: (id) => cases.lockCase(writing, seals, id),
    async saveCase(record, columns) {
      if ((await cases.saveCase(writing, seals, record, columns)) === 'purged') onPurge();
    },
    takeNumber: (series) => takeNumber(writing, series),
    appendEvents: (caseId, events) => appendEvents(writing, seals, caseId, events),
    addOutbox: (rows) => outbox.addOutbox(writing, rows),
    cancelOutbox: (caseId, match) => outbox.cancelOutbox(writing, caseId, match),
    hasWaiting: (caseId, kind) => outbox.hasWaiting(writing, caseId, kind),
    finishOutbox: (id, at) => outbox.finishOutbox(writing, id, at),
    addLinks: (caseId, links) => addLinks(writing, seals, caseId, links),
    removeLinks: (caseId, links) => removeLinks(writing, seals, caseId, links),
    async moveLeads(from, to) {
      await moveLinks(writing, from, to);
      await mails.moveMailsOf(writing, from, to);
    },
    moveMails: (ids, caseId) => mails.moveMails(writing, ids, caseId),
    settleMail: (id, verdict, caseId) => mails.settleMail(writing, id, verdict, caseId),
  };
}
