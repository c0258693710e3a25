import type { Random } from './intake-random.ts';

/** Plain text as the HTML of a mail program: styled paragraphs, quotes as blockquotes. */
export function writeLetterHtml(text: string): string {
  const paragraphs = text.split('\n').map((line) => {
    const quote = /^[> ]*/.exec(line)?.[0].replaceAll(' ', '').length ?? 0;
    const words = escapeHtml(line.replace(/^[> ]*/, '')) || '&nbsp;';
    const style = 'margin:0cm;margin-bottom:.0001pt;font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif';
    const paragraph = `<p class="MsoNormal" style="${style}"><span lang="NL">${words}</span></p>`;
    return '<blockquote type="cite">'.repeat(quote) + paragraph + '</blockquote>'.repeat(quote);
  });
  return `<html><head><style>p.MsoNormal {margin:0cm; font-size:11.0pt}</style></head><body lang="NL">\n${paragraphs.join('\n')}\n</body></html>`;
}

/** A newsletter of about so many bytes: tables in tables, styles on every cell, links with long tracking codes. */
export function writeNewsletterHtml(random: Random, stories: readonly string[], bytes: number): string {
  const rows: string[] = [];
  let size = 0;
  while (size < bytes) {
    const link = `https://nieuws.uitgever.example/k/${random.next().toString(36).repeat(4)}`;
    const row = `<table width="600" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td style="padding:12px 24px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#333333;background-color:#ffffff" valign="top"><a href="${link}" style="color:#0a66c2;text-decoration:none"><img src="https://beeld.uitgever.example/${random.between(1, 99_999)}.jpg" width="552" alt="" style="display:block;border:0"></a><h2 style="margin:0 0 8px">Nieuws</h2>${escapeHtml(random.pick(stories))}<br><a href="${link}">Lees verder</a></td></tr></table>`;
    rows.push(row);
    size += row.length;
  }
  return `<html><head><meta charset="utf-8"></head><body>\n${rows.join('\n')}\n</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
