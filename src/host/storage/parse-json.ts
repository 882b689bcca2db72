/** The value of a JSON text, without the words of the engine's own error, which quotes what people wrote. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError('this is no JSON');
  }
}
