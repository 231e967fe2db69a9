/**
 * TensorFlow.js turns snake_case into camelCase in a model's JSON, in values too. What has to arrive as it is
 * travels as text without underscores.
 */
export const verbatim = (value: unknown): string => JSON.stringify(value).replaceAll('_', '\\u005f');

export const fromVerbatim = (text: unknown): unknown => JSON.parse(String(text));
