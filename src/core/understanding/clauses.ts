/** The clauses of a long sentence that are long enough to ask something. */
export function readClauses(text: string): readonly string[] {
  return text
    .split(
      /[.,;:?!()\n]|\b(?:du coup|parce que|because|est-ce que|et plus largement|j'aimerais savoir si|je voudrais savoir si|pour savoir si)\b/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => (clause.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 3);
}

/** The text without its closing formula and what follows: a name after "Cordialement" is no subject. */
export function withoutSignature(text: string): string {
  const cut = text.replace(
    /[\s,.–-]*\b(bien cordialement|cordialement|bien à vous|bien a vous|salutations|kind regards|best regards|regards|sincerely)\b.*$/isu,
    '',
  );
  return cut.trim() === '' ? text : cut;
}
