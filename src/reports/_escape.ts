/**
 * Text from configuration, labels and file names as Markdown that renders to that very text: no markup, no HTML, no
 * mention, no link, no emoji code, no reference to an issue, advisory or commit (GitHub looks for those after the
 * backslashes are gone).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(commitLike, digits => digits.replace(/.{6}(?=.)/g, '$&\u200b'))
    .replace(/:(?=[\w+-]+:)/g, ':\u200b')
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
    .replace(/[\\`*_{}[\]()#+!|~$^-]/g, '\\$&')
    .replace(/^( *\d+)\.(?= |$)/, '$1\\.')
    .replace(/@/g, '@\u200b')
    .replace(/#(?=\d)|(?<![a-z\d])(?:(?:GH|CVE)\\-(?=\d)|GHSA\\-(?=\w))/gi, '$&\u200b')
    .replace(/(https?|ftp|mailto):/gi, '$1\u200b:')
    .replace(/www\./gi, 'www\u200b.');
}

/** GitHub links seven to forty hexadecimal digits, standing alone, to the commit that they begin. */
const commitLike = /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu;
