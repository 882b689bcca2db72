/*
 * The thresholds of a decision. The coverages are shares, 0 to 1, of the weight (rarity) of the question's words that a reading explains.
 * Set on the development questions: lower cuts let off-topic questions through, higher ones lose long polite sentences.
 */

/** A filter ("logement", "Occitanie") in a question that speaks of projects. */
export const FILTER_ASKED = 0.2;
/** A filter in a sentence that does not. */
export const FILTER_ALONE = 0.55;
/** Projects found by their words only. */
export const SEARCH = 0.7;
/** Fewer explained words are enough for a record that stands alone: every other is below this share of it. */
export const SEARCH_ALONE = 0.55;
export const ALONE_SHARE = 0.62;
/** What all the words together mean: the weight that they share with the record, in rarest words of the data… */
export const MEANT = 1.6;
/** …less in a question that says it is after a project, or that is explained nearly whole… */
export const MEANT_ASKED = 1.3;
export const MEANT_WHOLE_COVERAGE = 0.7;
/** …but never less than this share of it. */
export const MEANT_COVERAGE = 0.3;
/** Another record of at least this share of the weight is meant as well. */
export const MEANT_RIVAL = 0.8;
/** A theme that says at least this share of what its project says is the subject of a question on several. */
export const THEME_BESIDE = 0.6;
/** Less is enough where "quel projet" asks for one. */
export const MEANT_OVER_THEME = 2;
/** So much outweighs it even where a list is asked for. */
export const MEANT_OVER_LIST = 4;
/** A project that holds this share of the words, and so much more of them than any other, is what they describe. */
export const EXPLAINS_ALL = 0.8;
export const EXPLAINS_MORE = 0.05;
/** So much outweighs a filter made of subjects alone, and any fact of the programme. */
export const MEANT_OVER_FILTER = 2.5;
/** A fact on the fund meant so much, and as this share of the question, outweighs a set limited by periods alone, or by nothing. */
export const FACT_OVER_SET = 1.8;
export const FACT_OVER_SET_COVERAGE = 0.7;
/** The share of what is described, and of all the words, that a fact must hold to be asked rather than computed. */
export const FACT_MEANING = 0.5;
export const FACT_TEXT = 0.67;
/** A few words that stand for one project ("et le dossier météo ?"): their weight, their share, and what no other reaches. */
export const SOLE = 0.5;
/** The same on one side of a mere "ou", where other words stand too. */
export const SIDE = 0.9;
export const SOLE_COVERAGE = 0.55;
export const SOLE_RIVAL = 0.8;
/** Share of the words that the one of the projects shown must explain. */
export const ONE_SHOWN = 0.5;
/** A fact on the programme, by the words of its question and wordings. */
export const PROGRAMME = 0.6;
/** The same when calls or years are all that limits the question. */
export const PROGRAMME_PERIOD = 0.4;
/** The same by the words of its answer too. */
export const PROGRAMME_ANSWER = 0.75;
/** A fact by one of its wordings: how well wording and question cover each other. */
export const WORDING_FIT = 0.55;
/** No way of asking for a fact fits: its words are those of any question. */
export const LEAST_FIT = 0.3;
/** A programme's fact against a set of projects that also fits. */
export const PROGRAMME_OVER_FILTER = 0.85;
/** …and one way of asking for it must fit the question as a whole. */
export const FIT_OVER_FILTER = 0.4;
/** A wording that is the question itself, and no other comes so near. */
export const WORDING_ITSELF = 0.9;
export const WORDING_APART = 0.1;
/** A way of asking that is nearly the question itself. */
export const WORDING_SURE = 0.8;
/** The same when the question names the fund and asks for no projects. */
export const PROGRAMME_OF_FUND = 0.65;
/** The same when nothing else is understood… */
export const WORDING_FIT_ALONE = 0.45;
/** …and no other fact fits better than this share of it. */
export const WORDING_RIVAL = 0.75;
/** "Le prix d'un passeport" is of no project: one of several is picked only when nearly all is explained. */
export const WELL_EXPLAINED = 0.8;
/** A hit below this share of the best one's score is another subject. */
export const NEAR_BEST = 0.6;
/** The best hit stands alone when the second is below this share of its score… */
export const STANDS_ALONE = 0.7;
/** …or explains so much less of the question. */
export const STANDS_ALONE_COVERAGE = 0.25;
/** In a set: the words that only the best holds must be this share of what it matches… */
export const TELLING_SHARE = 0.2;
/** …and those that only the second holds weigh at most so much of them. */
export const RIVAL_SHARE = 0.35;
/** Candidates that a clarification can offer as buttons. */
export const MOST_CANDIDATES = 6;
/** A set larger than this is listed, not clarified. */
export const MOST_CLARIFIED = 12;
/** A longer list is not in mind any more: what its projects are, one by one, is not told at once. */
export const MOST_TOLD_APART = 12;
