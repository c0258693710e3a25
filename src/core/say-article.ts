import type { Language } from './case.ts';

const ARTICLE = /^(\d+[a-z]?)(?:\((\d+)\))?(?:\(([a-z])\))?(?: ([A-Z]{2,}))?$/;

/**
 * Says an article in words: "17(3)(b)" is "artikel 17 lid 3 onder b van de AVG" or "article 17(3)(b) of the GDPR"; another act stands
 * behind it ("41(1) UAVG"). What is not written so is given back as it is.
 */
export function sayArticle(article: string, language: Language): string {
  const [, number, paragraph, point, act] = ARTICLE.exec(article) ?? [];
  if (number === undefined) return article;
  if (language === 'en') return `article ${article.split(' ')[0]} of the ${act ?? 'GDPR'}`;
  const parts = [
    `artikel ${number}`,
    paragraph && `lid ${paragraph}`,
    point && `onder ${point}`,
    `van de ${act ?? 'AVG'}`,
  ];
  return parts.filter(Boolean).join(' ');
}
