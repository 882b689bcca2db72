import { phrases } from './phrases';
import type { Field } from './question';

/** How each field of a project is asked for, French and English. "A-t-il financé ?" asks for no sum: verbs of paying are operators. */
export const FIELD_PHRASES: Readonly<Record<Field, readonly string[]>> = {
  summary: phrases(`
    de quoi s agit il | il s agit de quoi | de quoi il s agit |
    c quoi | koi | c etait quoi | c est quoi exactement | c quoi exactement | c'est quoi | de quoi il s agit | qu est ce que |
    qu est ce que c est | a quoi sert | a quoi ca sert | sert a quoi | parle moi | parlez moi |
    en quoi consiste | consiste en quoi | description | decris | decrivez | resume | resumer | presentation |
    que fait | fait quoi | contenu | tu connais | vous connaissez | dis m en plus | en savoir plus | fiche |
    fiche projet | what is | what does | what are | tell me about | tell me more | describe | description of |
    summary | overview | explain | purpose | what s`),
  savings: phrases(`
    average saving | average savings |
    savings forecast | faisait economiser | devait economiser | mean saving | mean savings | rapporter le plus |
    gain budgetaire | gains budgetaires | combien on gagne | combien on economise | combien gagne t on |
    combien on a economise | budget gain | meant to save | supposed to save | cut spending | economise |
    faire economiser combien | faire gagner | doit faire gagner | fera gagner | fait gagner combien |
    doit rapporter | faire baisser les depenses | economie | economies attendues | economies prevues |
    economies esperees | economiser | faire economiser | epargne | epargner | gain | gains attendus |
    fait gagner | rapporter | rapporte | saving | savings | expected savings | save | saved | gain attendu |
    reduction de depenses | retour attendu`),
  funding: phrases(`
    average award | average funding | average contribution |
    quelle part vient du fonds | part vient du fonds | quelle part du fonds | la part du fonds | aides recues |
    award | awards | concours du fonds | quelle subvention | part payee par le fonds | part payee |
    mean funding | mean contribution | servi en argent | le mieux servi | montant du fonds | montants du fonds |
    montant du fond | mise | mise du fond | the mean grant | mean award | coute au fonds | coute au fond |
    couter au fonds | a coute au fonds | cost the fund | le moins dote | moins dote | les moins dotes |
    la moins dotee | plus grosse aide | la plus grosse aide | plus petite aide | plus grosse dotation |
    la plus grosse dotation | plus petite dotation | la plus petite aide | total de ses aides | ses aides |
    moins finance | le moins finance | plus doté | part versee | part versee par le fonds | aide du fond |
    ce que le fonds a donne | ce que le fonds a verse | ce que le fonds a mis | somme versee | mises du fonds |
    dotations | financements | total des aides | subventions recues | grants | how big a grant |
    size of the grant | mean grant | average grant | mieux finance | le mieux finance | les mieux finances |
    les mieux finance | best funded | part paid by the fund | paid by the fund | budget ftap | budget du ftap |
    budget du fonds | budget recu | share paid by the fund | mise du fonds | rallonge | somme accordee |
    somme apportee | somme apportee par le fonds | mieux dote | le mieux dote | mieux dotee | les mieux dotes |
    aide financiere | financement | financement ftap | cofinancement | subvention ftap | montant accorde |
    montant ftap | montant du ftap | montant attribue | montant verse | montant alloue | dotation |
    part du fonds | part du ftap | part ftap | contribution du fonds | contribution | aide du fonds |
    aide recue | budget apporte | apporte par le fonds | apport | montant du financement | enveloppe | credit |
    paye par le fonds | subvention du fonds | funding | funding amount | grant | fund s contribution |
    funds contribution | ftap contribution | contribution of the fund | share of the fund | subsidy`),
  cost: phrases(`
    moins couteux | moins couteuse | les moins couteux | plus couteuse | les plus couteuses | plus onereux | le plus onereux |
    les plus onereux | le moins onereux | les moins onereux | most costly | least costly |
    average cost | average total cost |
    addition totale | l addition | depense totale prevue | budget de l ensemble | note complete |
    tous financeurs confondus | toutes sources confondues | toutes sources de financement | mean cost |
    mean total cost | mean full cost | addition complete | budget tout compris | plus chers | moins chers |
    les plus chers | les moins chers | revient a combien | revient combien | ca revient a | ca revient |
    combien revient | a combien revient | budget complet | facture complete | facture totale | full bill |
    total bill | bill | all in | tout compris | all in cost | gros budget | le plus cher | la plus chere |
    les plus cheres | plus cher | le moins cher | moins cher | le plus couteux | les plus couteux |
    plus couteux | le moins couteux | most expensive | costliest | priciest | cheapest | least expensive |
    price tag | full price tag | full price | addition salee | ardoise | note totale | combien ca a coute |
    cout final | cout | cout total | cout complet | cout global | couts | couter | coute | combien ca coute |
    prix | montant total | budget total | budget global | budget | depense totale | cher | chers | couteux |
    onereux | cost | total cost | full cost | overall cost | costs | price | expensive | cheap | cheaper |
    total budget | facture | devis`),
  carrier: phrases(`
    chef de projet | cheffe de projet | directeur de projet | directrice de projet | project manager | project lead |
    quelle administration fait tourner | qui fait tourner | quel service fait tourner |
    who is running it | who is running | who is leading it | who runs it | who leads it | who manages it |
    who owns it | qui est a la manoeuvre | a la manoeuvre | qui mene l affaire | qui s en occupe |
    qui sen occupe | qui est ce qui s en occupe | le meme pilote | qui l administre | qui administre |
    tient les renes | aux renes | qui tient les renes | a la barre | qui chapeaute | chapeaute par qui |
    qui est le patron | qui commande | quelle direction | qui coordonne | coordonne par | pilote par qui |
    c est pilote par qui | qui est le pilote | de quelle administration depend | de quelle administration |
    depend de qui | de qui ca depend | qui le portait | le portait | porteur officiel | porteuse |
    who coordinates | which body is behind | qui est aux manettes | quelle institution | quel service |
    quel etablissement | affaire de qui | de qui depend | which institution | which agency | which department |
    qui le porte | qui le pilote | qui le gere | qui le mene | qui le dirige | qui le suit | qui le developpe |
    qui le conduit | qui la porte | qui la pilote | qui la gere | qui la mene | qui la dirige | qui la suit |
    qui la developpe | qui la conduit | qui les porte | qui les pilote | qui les gere | qui les mene |
    qui les dirige | qui les suit | qui les developpe | qui les conduit | qui l a lance | qui l a fait |
    who carries it | qui est aux commandes | aux commandes | who s in charge | porteur | porteur du projet |
    qui porte | porte par qui | portee par qui | qui pilote | qui gere | gere par qui | qui dirige |
    responsable | qui est responsable | qui s occupe | qui s occupe de | qui est derriere | derriere |
    qui mene | mene par qui | maitre d ouvrage | maitrise d ouvrage | a qui appartient | quel ministere |
    quelle administration | quel organisme | chef de file | carrier | who runs | who run | who is behind |
    who leads | who is leading | led by whom | who is in charge | in charge | who carries | who is responsible |
    responsible | who owns | owner | who manages | which ministry | which body | lead organisation | lead body |
    who operates | who s behind | who s running`),
  partners: phrases(`
    avec quels organismes | avec quelles | avec quels | quels organismes | with which partners | with whom |
    travaillent ils | travaille t on | partenaire | partenaires | partenariat | avec qui |
    avec quels partenaires | avec quelles autres | avec quels autres | travaille avec | travaille t elle |
    travaille t il | collabore | collaboration | associe | associes | partner | partners | partnership |
    works with | work with | working with | alongside whom | involved`),
  call: phrases(`
    c etait quelle vague | quelle vague | quel tour | which wave | quel appel c etait | c etait quel appel |
    passe par quel appel | quel appel | quel appel a projets | de quel appel | par quel appel |
    lors de quel appel | quel guichet | quelle session | appel a projets | appel | which call | what call |
    which call for projects | which round | call for projects | selected under | laureat de quel`),
  date: phrases(`
    quand | date | a quelle date | quelle date | quelle annee | en quelle annee | quel jour | annonce quand |
    selectionne quand | retenu quand | date d annonce | date de selection | when | what year | which year |
    what date | announced when | date selected`),
  territory: phrases(`
    quelle region | quelle ville | quel departement | which area | which town | ou se deroule | ou est ce |
    ou se passe | dans quelle region | quelles regions | quel territoire | quels territoires |
    dans quels departements | quels departements | territoire concerne | territoires concernes |
    region concernee | localisation | where | which region | which regions | what region | location | located`),
  themes: phrases(`
    quel sujet | quel est le sujet | sujet | sujets | quelle thematique | subject | quel theme | quels themes |
    theme | themes | thematique | thematiques | quel domaine | quels domaines | domaine | domaines | secteur |
    theme of | topic | topics | which themes | what field | subject area`),
  beneficiaries: phrases(`
    sert a qui | ca sert a qui | a qui ca sert | utile a qui | c est pour quel public | who is it meant for |
    meant for | pour qui c est | c est pour qui | c pour qui | c est destine a qui | destine a | destine |
    intended for | aimed at whom | a l intention de qui | target of | cibles | concerne qui | ca concerne qui |
    destine a qui | s adresse a qui | pour quel public | quel public | quels publics | a quel public |
    which audience | who is concerned | beneficiaire | beneficiaires | a qui profite | qui profite | pour qui |
    a qui s adresse | a qui est destine | a qui sert | public vise | public concerne | publics vises |
    destinataire | qui en beneficie | qui beneficie | cible | beneficiary | who benefits | who benefit |
    who is it for | for whom | target audience | who is served | who uses | who does it help | qui l utilise |
    qui utilise`),
  status: phrases(`
    le plus avance | le moins avance | les plus avances | plus avance | moins avance | most advanced | furthest along |
    depuis quand | depuis longtemps | accessible depuis | on l aura quand | demarrer quand | demarre quand |
    demarrage | il marche | encore en test | en test | partout maintenant | generalise | deja ouvert |
    ouvert partout | ca avance | il avance | ca a avance | il est ou | elle est ou | est ou maintenant |
    where is it now | en est ou | il en est ou | elle en est ou | ca en est ou | ou ca en est | quel stade |
    a quel stade | combien d agents | combien de comptes | combien de personnes | combien de departements |
    combien de signalements | how many people | how many departments | toujours en service | mis en ligne |
    en place | quoi de neuf | where does it stand | where do things stand | ou en est | ou en est on |
    ou en sont | etat d avancement | avancement | etat des lieux | statut | calendrier |
    combien d utilisateurs | utilisateurs | deploye | deploiement | ouvert | a ouvert | mis en service |
    mise en service | lance | est lance | lancement | obligatoire | livre | livraison | retard | fini |
    termine | acheve | bilan | resultat | resultats | aujourd hui | actuellement | devenu | devenue | status |
    progress | how is it going | how far | state of play | launched | launch | rolled out | rollout | users |
    how many users | mandatory | finished | completed | delay | delayed | results | outcome | what happened to |
    since when | compulsory | latest news | still running`),
  sources: phrases(`
    d ou ca sort | d ou sort ce | d ou sort cette | ca sort d ou | d ou proviennent | d ou provient | proviennent ces | d ou tenez vous | d ou vient cette |
    d ou viennent vos chiffres | where do your figures | come from | comes from | your figures |
    tes informations | vos informations | tes infos | vos infos | d ou tiens tu | d ou tires tu |
    d ou tirez vous | qui le dit | ou as tu lu | c est ecrit ou | who says so | source | sources | reference |
    references | d ou vient | d ou viennent | d ou ca vient | d ou cela vient | d ou sort | quelles preuves | preuve | appuyez vous |
    vous appuyez | sur quoi vous | lien | document | documents | where does this come from | based on |
    evidence | citation | according to what`),
};
