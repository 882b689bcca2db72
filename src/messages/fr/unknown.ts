/** What is said where there is no answer, by the reason. */
export const unknown = {
  empty: 'Votre message est vide. Posez-moi une question, par exemple sur un thème ou sur un projet.',
  'too-long':
    'Votre message est trop long pour moi : je lis au plus 500 caractères. Pouvez-vous poser votre question en une ou deux phrases ?',
  'no-words': 'Je n’ai pas trouvé de mot dans votre message. Pouvez-vous écrire votre question ?',
  'out-of-scope':
    'Je ne sais pas répondre à cette question : je ne connais que les projets du FTAP et le fonds lui-même.',
  applying:
    'L’aide du fonds va aux administrations de l’État et à leurs opérateurs, préfectures et universités comprises ; aucune source n’en dit autant d’une commune, d’une association ou d’une entreprise. Aucune ne dit comment déposer un dossier aujourd’hui, ni quand viendra le prochain appel.',
  'not-recorded':
    'Aucune fiche ne le dit. Elles donnent, quand une source les publie, ce que fait un projet, qui le porte, ses montants, ses dates et son avancement.',
  unclear:
    'Je n’ai pas compris ce que vous demandez là. Dites-le avec d’autres mots, ou citez un projet, un ministère ou un thème.',
  'no-context': 'De quel projet parlez-vous ? Citez son nom, son sigle ou ce dont il s’occupe.',
  whose:
    'Je ne sais pas de quel ministère, de quel organisme ou de quel territoire vous parlez. Dites-le-moi, par exemple « je suis à la DGFiP » ou « j’habite à Toulouse ».',
};
