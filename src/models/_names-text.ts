export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list or mapping as JSON or as Python prints it, or names between line breaks or commas. Nothing is evaluated. */
export function parseNames(text: string): unknown {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) return fromJson(trimmed) ?? fromPython(trimmed);
  return trimmed.split(trimmed.includes('\n') ? /\r?\n/ : ',').map(name => name.trim());
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const item = /\s*(?:(\d{1,5})\s*:\s*)?(?:'((?:[^'\\]|\\['"\\])*)'|"((?:[^"\\]|\\['"\\])*)")\s*(,|[\]}]$)/y;

/** `['a', 'b']` or `{0: 'a', 1: "b's"}`, as Ultralytics writes it: texts only, no escapes but those of quotes. */
function fromPython(text: string): unknown {
  const isList = text.startsWith('[');
  const names = new Map<number, string>();
  item.lastIndex = 1;
  for (let end = ','; end === ','; ) {
    const [, index, single, double, next] = item.exec(text) ?? [];
    const at = isList ? names.size : Number(index);
    if (next === undefined || (index === undefined) !== isList || names.has(at)) return undefined;
    names.set(at, (single ?? double)!.replace(/\\(.)/g, '$1'));
    end = next;
  }
  return text.endsWith(isList ? ']' : '}') ? Object.fromEntries(names) : undefined;
}
