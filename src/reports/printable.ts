/** Text from files, without the control characters that could steer a terminal; line feeds stay. */
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, '\uFFFD');

/** The same on one line, so that no name or message can pass for a line of its own. */
export const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ');
