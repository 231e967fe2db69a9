/**
 * Text from configuration, labels and file names as Markdown that renders to that very text: no markup, no HTML, no
 * mention, no link, no reference to an issue (GitHub looks for those after the backslashes are gone).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
    .replace(/[\\`*_{}[\]()#+!|~$^-]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/(#|\bGH\\-)(?=\d)/gi, '$1\u200b')
    .replace(/(https?|ftp|mailto):/gi, '$1\u200b:')
    .replace(/\bwww\./gi, 'www\u200b.');
}
