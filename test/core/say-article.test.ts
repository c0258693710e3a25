import { expect, test } from 'vitest';
import { sayArticle } from '../../src/core/say-article.ts';

test.each([
  ['15', 'artikel 15 van de AVG', 'article 15 of the GDPR'],
  ['7(3)', 'artikel 7 lid 3 van de AVG', 'article 7(3) of the GDPR'],
  ['17(3)(b)', 'artikel 17 lid 3 onder b van de AVG', 'article 17(3)(b) of the GDPR'],
  ['41(1) UAVG', 'artikel 41 lid 1 van de UAVG', 'article 41(1) of the UAVG'],
  ['recital 63', 'recital 63', 'recital 63'],
])('%s is said in Dutch and in English', (article, nl, en) => {
  expect(sayArticle(article, 'nl')).toBe(nl);
  expect(sayArticle(article, 'en')).toBe(en);
});
