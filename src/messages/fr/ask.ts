/** What `npm run -s ask` says of itself. In French: the answers are in the language of the questions. */
export const ASK = {
  usage: `Usage :
  npm run -s ask                            une conversation, jusqu’à Ctrl-D
  npm run -s ask -- "votre question" ["question suivante" …]
  npm run -s ask -- --jsonl < conversations.jsonl
Options :
  --why             dit aussi comment la question a été comprise
  --json            chaque réponse en JSON, sur une ligne, comme celles de /api/ask (docs/api.md)
  --jsonl           lit une conversation par ligne : {"id": "…", "locale": "fr" ou "en", "turns": ["…"]}
  --locale fr|en    la langue d’une question qui ne la dit pas (fr par défaut)
  --help            cette aide
La base est lue dans DATA_DIR. Rien n’est gardé ni envoyé.
Fin : 0, ou 2 si la commande, une ligne ou une donnée est illisible.`,
  greeting: 'Posez vos questions sur les projets du FTAP, en français ou en anglais. Ctrl-D pour finir.',
  prompt: '> ',
  notJson: 'ce n’est pas du JSON',
  badFields: (names: readonly string[]) =>
    names.length === 0 ? 'ce n’est pas une conversation' : `champs inconnus ou mal remplis : ${names.join(', ')}`,
  badLine: (line: number, problem: string) =>
    `ligne ${line} : ${problem} (attendu : {"id": "…", "locale": "fr" ou "en", "turns": ["…"]})`,
};
