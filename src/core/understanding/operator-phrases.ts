import { phrases } from './phrases';
import type { Operator } from './tag';

/** What a question does with the projects: count, add, rank, compare, restrict, refer on. */
export const OPERATOR_PHRASES: Readonly<
  Record<Exclude<Operator, 'described' | 'off-topic' | 'beyond'>, readonly string[]>
> = {
  applying: phrases(`
    mon projet peut il | notre projet peut il | can my project | can our project | comment candidater | comment postuler | comment deposer | comment soumettre | comment proposer |
    comment presenter un dossier | comment presenter un projet | comment faire une demande | comment demander |
    comment obtenir un financement | comment obtenir une aide | comment obtenir de l argent | comment beneficier |
    comment faire financer | comment faire pour candidater | comment faire pour deposer | comment solliciter |
    etapes pour etre finance | etapes pour candidater | demarche pour candidater | procedure pour candidater |
    ou candidater | ou deposer | ou postuler | quand candidater | quand deposer | quand postuler |
    peut on encore candidater | peut on encore deposer | peut on encore demander | peut on encore postuler |
    puis je encore candidater | puis je encore deposer | encore possible de candidater |
    encore possible de deposer | a qui m adresser pour deposer | a qui s adresser pour deposer |
    a qui m adresser pour candidater | a qui envoyer | a qui adresser | date limite pour candidater |
    date limite pour deposer | date limite de candidature | date limite de depot | prochain appel |
    next call | next call for projects | next round | upcoming call | upcoming call for projects |
    prochain appel a projets | prochains appels | prochains appels a projets | prochaine session |
    prochaine vague | prochaine selection | prochaine releve | appel en cours | appels en cours |
    appel a projets en cours | appels a projets en cours | est ouvert en ce moment | sont ouverts en ce moment |
    how do i apply | how do we apply | how can i apply | how can we apply | how to apply | where do i apply |
    where can i apply | when can i apply | can i still apply | can we still apply | deadline to apply |
    deadline for applications | application deadline | next call | next calls | next round |
    how do i submit | how do we submit | how to submit | how can i get funding | how do i get funding`),
  'how-much': phrases(`
    a hauteur de combien | a hauteur de | quel cheque | quelle enveloppe | quelle aide | quelle rallonge |
    quel coup de pouce | combien | how much | how many | quel montant | a combien | quelle somme | montant |
    amount | what amount`),
  count: phrases(`
    count the rows | count the | combien cela en fait il | combien ca en fait | cela en fait combien |
    how many rows | combien de rows | combien de lignes | nombre de lignes | combien d operations |
    nombre d operations | how many operations | pour combien d operations | how many is that |
    how many does that make | that makes how many | combien ca fait | ca en fait combien |
    combien de vos dossiers | combien de ces dossiers | pour combien de fiches | combien de vos fiches |
    combien de ces fiches | nombre de fiches | nombre fiches | combien de laureats | combien de vos laureats |
    combien de ces laureats | nombre de laureats | nombre laureats | pour combien de laureats |
    combien d initiatives | combien de vos initiatives | combien de ces initiatives | nombre d initiatives |
    nombre initiatives | pour combien d initiatives | combien de chantiers | combien de vos chantiers |
    combien de ces chantiers | nombre de chantiers | nombre chantiers | pour combien de chantiers |
    combien de projets | combien de vos projets | combien de ces projets | nombre de projets | nombre projets |
    pour combien de projets | combien d entre eux | combien d entre elles | combien n ont | combien n en ont |
    how many projects | number of projects | how many of your projects | how many of the projects |
    count of projects | how many winners | number of winners | how many of your winners |
    how many of the winners | count of winners | how many schemes | number of schemes |
    how many of your schemes | how many of the schemes | count of schemes | how many initiatives |
    number of initiatives | how many of your initiatives | how many of the initiatives | count of initiatives |
    how many records | number of records | how many of your records | how many of the records |
    count of records | how many entries | number of entries | how many of your entries |
    how many of the entries | count of entries | en a combien | y a en a combien | il y en a combien |
    combien il y en a | combien de projet | combien y en a | ca fait combien | ca fait combien de projets |
    combien sont | combien y a t il | compte les projets | how many are there | how many are |
    how many of them | count the projects | how many of those`),
  share: phrases(`
    quelle proportion | quel pourcentage | quelle part des projets | part des projets | what share |
    what proportion | what percentage`),
  sum: phrases(`
    faites le total | fais le total | faire le total | somme des | somme de | le total des | a eux deux |
    a elles deux | les deux reunis | reunis | put en additionnant | additionnant | se monte | se montent |
    s eleve | combien en tout | additionne | tout additionne | si on additionne | mis bout a bout |
    bout a bout | au cumul | total | au total | total des | somme | la somme | cumul | cumule | additionner |
    addition | en tout | sum | add up | adding up | altogether | in total | combined | cumulative |
    tous ensemble | au global`),
  average: phrases(`
    average grant | average award | average cost | average total cost | average funding | average contribution |
    average saving | average savings | average amount |
    mean grant | mean award | mean cost | mean total cost | mean full cost | mean funding | mean contribution |
    mean saving | mean savings | the mean grant | mean amount | averages | moyenne | en moyenne | moyen |
    average | mean value | on average`),
  median: phrases(`
    mediane | median`),
  max: phrases(`
    les plus couteux | les plus couteuses | plus couteux | plus couteuse | le plus onereux | les plus onereux |
    most costly | most funded | least cheap |
    du plus grand au plus petit | du plus cher au moins cher | du plus eleve au plus faible | du plus gros au plus petit |
    du plus eleve au moins eleve |
    plus chers | plus grosse aide | la plus grosse aide | plus grosse dotation | la plus grosse dotation |
    la plus forte aide | le plus gros montant | plus fortes | les plus fortes | le plus souvent |
    la plus souvent | revient le plus souvent | revient le plus | les plus frequents | le plus frequent |
    la plus frequente | plus souvent | most often | most frequent | most common | most frequently | plsu cher |
    mieux finance | le mieux finance | les mieux finances | les mieux finance | best funded | plus grosse |
    la plus grosse | les plus grosses | les plus gros | plus grande | la plus grande | les plus grands |
    plus lourd | plus gros | le plus haut | la plus haute | les plus hauts | le plus fort | les mieux dotes |
    la mieux dotee | le plus genereux | le plus | la plus | les plus | le plus gros | plus grand |
    le plus grand | plus eleve | le plus eleve | plus important | le plus important | plus fort |
    la plus forte | maximum | maximal | en tete | champion | highest | biggest | largest | most | the most |
    greatest | top one | le plus d | le mieux dote | mieux dote | le plus cher | les plus chers |
    le plus couteux | most expensive | costliest | priciest | maximum amount`),
  min: phrases(`
    les moins couteux | moins couteux | moins couteuse | le moins onereux | les moins onereux | least costly |
    least expensive |
    du plus petit au plus grand | du moins cher au plus cher | du plus faible au plus eleve | du plus petit au plus gros |
    du moins eleve au plus eleve | from lowest to highest | from smallest to largest | from the smallest to the largest |
    plus ptite | la plus ptite | plus petite aide | la plus petite aide | plus petite dotation | moins dotee |
    le moins dote | la moins dotee | les moins dotes | moins dotes | le moins finance | moins finance |
    moins cher | moins chers | le moins souvent | plus petite | la plus petite | les plus petites |
    plus petites | least often | le plus bas | la plus basse | les plus bas | le moins eleve | le plus maigre |
    plus maigre | le moins couteux | le moins | la moins | les moins | plus petit | le plus petit |
    plus faible | le plus faible | plus bas | minimum | minimal | lowest | smallest | least | the least |
    cheapest | le moins cher | les moins chers | moins dote | fewest | bottom`),
  top: phrases(`
    top`),
  pays: phrases(`
    t il donnee | t elle donnee | ete donnee |
    gratte | a gratte | a decroche | empoche | a empoche | rafle | a rafle | palpe | chope | pocketed |
    secured | secure | snagged | landed | argent | argent recu | argent public | money | les sous | des sous |
    de sous | thune | fric | pognon | cheque | coup de pouce | cash | check | combien de sous | sous du ftap |
    argent du fonds | money from the fund | fund money | combien d argent | argent du ftap | vient | viennent |
    provient | proviennent | signe | debloque | file | aligne | lache | injecte | consacre | contribue |
    came from | comes from | chip in | chipped in | pumped | finance | financer | cofinance | cofinancer |
    recu | recoit | recevoir | obtenu | obtenir | obtient | touche | a touche | verse | verser | donne |
    donner | a donne | a mis | y a mis | mis | met | mettre | accorde | accorder | alloue | allouer | attribue |
    attribuer | investi | investir | apporte | apporter | eu | beneficie | dote | paye | payer | depense |
    funded | financed | granted | contributed | put | put into | give | gave | given | get | got | receive |
    received | award | awarded | allocated | invested | invest | paid | pay | spent | spend`),
  compare: phrases(`
    rapporte a celui de | rapporte a celle de | rapporte au |
    ont ils le meme | ont elles le meme | le meme pilote | the same | le meme porteur | stack up against |
    next to | en regard | mets le en regard | mettre en regard | mettez en regard | en face de |
    a cote de celui | against | plus ou moins que | c est plus que | c est moins que | more or less than |
    is that more than | is that less than | cote a cote | mettez cote a cote | mets cote a cote | side by side |
    autant que | as much as | bigger than | larger than | smaller than | dearer than | cheaper than |
    more expensive than | plus cher que | moins cher que | plutot que | ecart entre | ecart en euros |
    quel ecart | quelle difference | gap between | gap | de combien | compare | comparer | comparez |
    comparaison | comparatif | difference | ecart | face a face | versus | vs | comparison | compared |
    compared with | plus que | more than | par rapport a | which of the two | difference between`),
  or: phrases(`
    ou bien | ou plutot | ou | or`),
  list: phrases(`
    qu est ce que le fonds a paye | qu est ce que le fonds a finance | qu est ce que le fonds a soutenu |
    qu est ce que le fonds a aide | qu est ce que le fonds a fait | qu a finance le fonds | qu a paye le fonds |
    ce que le fonds a finance | ce que le fonds a paye | ce que le fonds a soutenu |
    qu est ce qui a ete finance | qu est ce qui a ete paye | qu est ce qui a ete soutenu |
    qu est ce qui a ete aide | qu est ce qui a ete fait | qu est ce qui a ete retenu |
    qu est ce qui a ete lance | qu a t on finance | qu a t on soutenu | qu a t on paye | que finance le fonds |
    montre moi les | montrez moi les | montrez moi | montre moi | what has been funded | what was funded |
    what has been paid for | sors moi | sortez moi | trouve moi les | peut on avoir les | dresser l etat |
    dressez l etat | je cherche les | names you hold | the names | noms des | les noms | quelles operations |
    quelle operation | quels operations | enumeration des | l enumeration des | the ones chosen |
    give me the ones | qui a ete aide | qui a ete finance | qui a ete soutenu | qui a ete designe |
    qui ont ete aides | who was funded | who was backed | who was chosen | lesquels ont ete |
    which were chosen | which were backed | qui figurait dans | qui figure dans | quelles fiches |
    quels dossiers | quelles candidatures | lesquels | lesquelles | qui a ete selectionne | qui a ete retenu |
    qui a ete choisi | qui sont les laureats | qui ont ete retenus | who was selected | who was picked |
    who got | quels laureats | quels candidats | donne moi ceux | donnez moi ceux | donne moi les |
    donnez moi les | lesquels sont | which of them | which bids | show me everything | everything |
    quels produits | quels services | quels outils | quels applications | quels dispositifs |
    quels plateformes | quels chantiers | quels programmes | quels actions | quels reformes | quels demarches |
    quelles produits | quelles services | quelles outils | quelles applications | quelles dispositifs |
    quelles plateformes | quelles chantiers | quelles programmes | quelles actions | quelles reformes |
    quelles demarches | which products | which tools | which services | which platforms | which initiatives |
    which systems | which schemes | which programmes | what products | what tools | what services |
    what platforms | what initiatives | what systems | what schemes | what programmes | liste | lister |
    liste moi | quels projets | quels sont les projets | quelles initiatives | which projects | which ones |
    list | list of | list the | show me the projects | enumere | donne moi les projets | des projets |
    les projets | any projects | what projects`),
  known: phrases(`
    avez vous un montant | vous avez un montant | avez vous le montant | il y a un montant |
    vous avez le montant | has been disclosed | been disclosed | disclosed | dont vous avez la somme |
    dont vous avez le montant | disposez vous d un | disposez vous | dispose t on d un chiffre |
    you have on file | whose cost you know | you know | vous disposez d un | dispose t on | on dispose |
    dispose on | avez vous un chiffre | a un chiffre | ont un montant | a un montant | est il connu |
    a t elle ete publiee | a t il ete publie | a ete publiee | have an amount | have a figure | on sait |
    on connait | est connue | sont connus | vous connaissez | savez vous | have a | has a | come with |
    comes with | come with a | comes with a | connait on | connait t on | sait on | a ete publie |
    a ete rendu public | chiffre publie | chiffre est connu | connu | connue | connus | publie | publies |
    chiffre connu | renseigne | known | known figure | published | disponible | vous disposez |
    dont on connait | with a figure | quand le montant est connu`),
  'not-known': phrases(`
    dont on ignore | dont vous ignorez | vous ignorez | muettes sur | muet sur | muets sur | ne disent rien de |
    silent on | not disclosed | reste inconnu | reste t elle inconnue | reste inconnue | n est pas connue |
    vous on ne sait pas | ne sait on pas | n indique pas | n indiquent pas | ne mentionne pas |
    ne mentionnent pas | ne donne pas | ne donnent pas | n a pas | n ont pas | n ont ni | n a ni | ni | has no |
    lacks | lack | without any | no one knows | not given | not stated | pas determine | non determine |
    indetermine | pas etabli | n est pas etabli | on pas de chiffre | undetermined | not settled | inconnu |
    inconnue | inconnus | non publie | pas publie | pas connu | n est pas connu | ne connait on pas |
    ne connait pas | on ne connait pas | connait on pas | non renseigne | non communique | pas de |
    sans montant | sans chiffre | unknown | not known | not published | no published | missing |
    without a figure | no known | no figure | aucun`),
  except: phrases(`
    retire ceux | retirez ceux | enleve ceux | enlevez ceux | retire les | enleve les | remove the ones |
    remove those | drop the ones | drop those | leave out | without the ones | sauf ceux | en enlevant |
    c est pas de | c est pas du | c est pas | ce n est pas | ne relevent pas | ne releve pas | n ont pas trait |
    pas trait | isn t | aren t | are not | ne viennent pas | ne concernent pas | ne concerne pas |
    rien a voir avec | n ont rien a voir avec | ne sont pas portes | are not run by | that are not run |
    not involving | unrelated to | qui ne sont pas | ne sont pas | qui n est pas | that are not |
    which are not | who are not | not run by | not about | other than those | sauf | hormis | excepte | a part |
    a l exception de | a l exception | en dehors de | mis a part | hors | except | excluding | apart from |
    other than | but not | mais pas | sans ceux | sans les | pas ceux |
    without the | without those | minus the | non porte par | pas porte par | non portes par | pas portes par |
    non pilotes par | pas pilotes par | non geres par | pas geres par | non menes par | pas menes par | not led by |
    not carried by | not managed by | porteur n est pas | porteurs ne sont pas | autres que | autre que | n implique pas |
    n impliquent pas | ne touchent pas | ne touche pas | ne portent pas sur | ne porte pas sur | ne traitent pas de |
    not related to | not concerning | neither`),
  'more-than': phrases(`
    a plus de | a plus d |
    et plus de | et plus d | plus d un | plus d une | plus du | north of | excede | excedent | excedant | superieurs ou egaux a |
    upwards of | more then | plus que | au dela de | passe les | depassant | plus de | superieur a |
    superieurs a | superieure a | au dessus de | depasse | depassent | over | above | more than | greater than |
    exceeding | exceed | higher than | davantage que`),
  'less-than': phrases(`
    south of | strictement moins de | strictly less than | moins que | moins de | moins d un | inferieur a |
    inferieurs a | inferieure a | en dessous de | au dessous de | sous | below | under | less than |
    lower than | fewer than`),
  'at-least': phrases(`
    au moins | minimum de | a partir de | at least | or more | ou plus | et plus`),
  'at-most': phrases(`
    au plus | maximum de | jusqu a | pas plus de | at most | up to | no more than | ou moins`),
  between: phrases(`
    entre | between | compris entre | de l ordre de`),
  'carried-by': phrases(`
    a la tete de | aux manettes de | en charge de | responsable de | a la charge de | dans le giron de |
    in charge of | headed by | headed up by | porte par | portes par | portee par | portees par | pilote par |
    pilotes par | mene par | menes par | geres par | gere par | porteur est | dont le porteur est |
    conduits par | run | runs | manage | manages | lead | leads | carry | projets de | projets du |
    projets des | run by | led by | carried by | managed by | projects of | projects by | projects from |
    porte | portent | pilote | gere`),
  'said-carried': phrases(`
    non porte par | pas porte par | non portes par | pas portes par | non pilotes par | pas pilotes par | non geres par |
    pas geres par | non menes par | pas menes par | not led by | not carried by | not managed by | porteur n est pas |
    porteurs ne sont pas |
    menee par | menees par | conduite par | conduites par | conduit par | dirige par | dirigee par |
    diriges par | dirigees par | pilotee par | pilotees par | conduit elle | conduit il | mene elle |
    mene t elle | pilote t elle | porte t elle | porte t il | gere t elle | porte par | portes par |
    portee par | portees par | pilote par | pilotes par | mene par | menes par | geres par | gere par |
    conduits par | que porte | carried by | led by | run by | managed by`),
  only: phrases(`
    garde que ceux | ne gardez que | gardons | on garde | seulement | uniquement | juste | rien que | que ceux |
    garde | garde que | gardez | ne garde que | limite a | restreins | filtre | only | just | keep only |
    only those | just the ones | seulement ceux | uniquement ceux`),
  'and-what-about': phrases(`
    et pour | et en | et sur | et celles | et celui | et celle | et ceux | et du cote |
    et concernant | and for | and in | what about | how about | and what about | and the | quid de | et quid |
    same for | pareil pour | meme question pour | idem pour`),
  correction: phrases(`
    non pardon | ah non pardon | non en fait | en fait non | non non | euh non | je me suis trompe |
    erreur de ma part | je me trompe | i got it wrong | my mistake | actually no | je parlais | je parle de |
    je pensais a | non pas lui | i was talking about | no i mean | pardon | je voulais dire | je veux dire |
    plutot | non pas | enfin | i meant | i mean | rather | instead`),
  subject: phrases(`
    le projet | du projet | ce projet | au projet | un projet | the project | project called | projet nomme |
    projet appele`),
  'plural-subject': phrases(`
    operations | les operations | des operations | quatre laureats | ces operations | projets | projets de |
    projets du | projets des | projets d | les projet | des projet | projects of | projects by | projects from |
    projects on | each project | toutes les initiatives | les laureats | les initiatives | les projets |
    des projets | projects | laureats | winners | tous les projets | all projects | all the projects |
    chaque projet | par projet | per project | quel projet | quels projets | which project | which projects |
    une initiative | initiatives`),
  existence: phrases(`
    y a t il | il y a | existe t il | est ce qu il y a | is there | are there | avez vous | vous avez |
    do you have | tu as | as tu | un truc | quelque chose | anything | something`),
  why: phrases(`
    pourquoi | pourquoi cette reponse | pourquoi ca | comment le sais tu | comment tu le sais |
    comment le savez vous | d ou sors tu ca | explique ta reponse | expliquez votre reponse | justifie |
    justifie ta reponse | justifiez | comment as tu trouve | comment as tu compte | qu as tu compte | why |
    why this answer | how do you know | explain your answer | explain this answer | how did you get that |
    what did you count`),
  remove: phrases(`
    enleve | sans limite | sans limite de | sans limite d | sans la limite | sans la condition | peu importe |
    sans tenir compte | toutes annees confondues | toutes regions confondues | quelle que soit | quel que soit |
    whatever the | regardless of | ignore the | forget the | without the limit | lift | enlever | retire |
    retirer | supprime | supprimer | sans le filtre | sans filtre | enleve le filtre | retire le filtre |
    tous les ministeres | remove | drop | without the filter | clear the filter`),
  'by-ministry': phrases(`
    selon le porteur | selon l administration | selon le ministere | selon l administration qui les porte |
    en fonction du ministere | ministere par ministere | broken down by ministry | par ministeres |
    par ministere | par porteur | par organisme | par administration | pour chaque ministere | by ministry |
    per ministry | by body | for each ministry`),
  'by-theme': phrases(`
    selon le theme | selon la thematique | par sujet | theme par theme | broken down by theme | par theme |
    par thematique | par domaine | par secteur | pour chaque theme | by theme | per theme | by topic |
    for each theme`),
  'by-year': phrases(`
    selon l annee | an par an | par an | par annees | yearly | broken down by year | year by year | par annee |
    annee par annee | pour chaque annee | by year | per year | each year | for each year`),
  'by-call': phrases(`
    selon l appel | appel par appel | broken down by call | vague par vague | par appel | par appel a projet |
    par vague | pour chaque appel | by call | per call | for each call`),
  'by-territory': phrases(`
    par region | par regions | par territoire | par departement | region par region | selon la region | pour chaque region |
    by region | per region | by territory | by place | for each region`),
  oldest: phrases(`
    les plus anciens | les plus anciennes | le plus ancien | plus ancien | le plus ancien | plus vieux | le plus vieux | les plus vieux | plus anciens | tout premier projet | oldest | earliest`),
  newest: phrases(`
    les plus recents | les plus recentes | la plus recente | plus recent | le plus recent | plus recents | derniers projets | dernier projet | nouveaux projets |
    most recent | newest | latest projects | latest`),
  sort: phrases(`
    dans l ordre | in order | trie les | triez les | classe les | classez les | range les | sort them |
    order them | rank them | par ordre | tri par | ordre decroissant | ordre croissant | classement | palmares |
    classe | classer | trie | trier | sort by | ranking | ranked | rank | ordonne | du plus | from the highest |
    from the lowest`),
  polite: phrases(`
    in english please | in english | en anglais | en francais | in french | sorry | s il vous plait |
    s il te plait | je vous prie | je t en prie | pourriez vous me dire | pouvez vous me dire |
    peux tu me dire | sauriez vous me dire | merci d avance | merci de me dire | auriez vous |
    could you tell me | can you tell me | please tell me | i would like to know`),
};
