/** The clauses of a long sentence that are long enough to ask something. */
export function readClauses(text: string): readonly string[] {
  return text
    .split(
      /[.,;:?!()\n]|\b(?:du coup|parce que|because|est-ce que|et plus largement|j'aimerais savoir si|je voudrais savoir si|pour savoir si)\b/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => (clause.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 3);
}

/** What is asked for begins after these words, in a letter or in a long spoken sentence. */
const ASKING =
  /\b(?:(?:souhait|voudr|aimer|d[ée]sir)\S*(?: bien)? (?:savoir|conna[iî]tre|avoir|obtenir|recevoir)|(?:de )?(?:me|nous|m'|m’) ?(?:dire|pr[ée]ciser|indiquer|communiquer|faire savoir|faire conna[iî]tre|rappeler|renseigner sur|informer|[ée]clairer sur)|dites[- ](?:moi|nous)|existe-t-il|y a-t-il|est-ce qu(?:e|')|pouvez-vous|could you (?:tell|let) me|please tell me|i would like to know|i wonder|tell me)\s+(?<asked>[^\n]+)/giu;

/** What a long text asks for, without its salutation, its reasons and its thanks; null when no words introduce it. */
export function readRequest(text: string): string | null {
  const asked = [...text.replace(/\s+/g, ' ').matchAll(ASKING)].at(-1)?.groups?.['asked'];
  const request = asked?.replace(/[.!]\s+\p{Lu}.*$/su, '').trim();
  return request === undefined || (request.match(/[\p{L}\p{N}]+/gu) ?? []).length < 3 ? null : request;
}

/** The text without its closing formula and what follows: a name after "Cordialement" is no subject. */
export function withoutSignature(text: string): string {
  // "Chère équipe" asks for nothing dear.
  const opened = text.replace(
    /^\s*(?:(?:bonjour|bonsoir|hello)[\s,]+)?(?:ch[eè]re?s?|dear)\s+\p{L}+(?:\s+\p{L}+){0,3}\s*[,!:]\s*/iu,
    '',
  );
  const cut = (opened.trim() === '' ? text : opened).replace(
    /[\s,.–-]*\b(bien cordialement|cordialement|bien à vous|bien a vous|salutations|recevez mes|avec mes remerciements|je vous prie d'agr[ée]er|veuillez agr[ée]er|kind regards|best regards|regards|sincerely)\b.*$/isu,
    '',
  );
  return cut.trim() === '' ? text : cut;
}
