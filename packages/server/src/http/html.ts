/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** Writes markup: text that is put in is escaped, markup is not, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((markup, text, index) => `${markup}${write(parts[index - 1])}${text}`) };
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (isList(part)) return part.map(write).join('');
  return typeof part === 'object' ? part.markup : escapeHtml(String(part));
}

function isList(part: Part): part is readonly Part[] {
  return Array.isArray(part);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
