/** All that `npm run train` asks of the core: it reads messages, fills slots and judges answers with the very code that answers people. */
export { createClassifier } from './knowledge/classifier';
export { createKnowledgeBase } from './loading/create-knowledge-base';
export { DATA_FILE_NAMES, parseRecords } from './loading/parse';
export { EMPTY_MEMORY, SMALLTALK_ACTS } from './model/question';
export { FIELDS } from './model/records';
export { answerTo, respond } from './respond';
export { checkFeatures } from './understanding/check';
export {
  COMPARISONS,
  CONDITIONS,
  DIRECTIONS,
  INTENTS,
  REFERENCES,
  ROLES,
  SCOPES,
  VERDICTS,
} from './understanding/decide';
export { compose } from './understanding/compose';
export { slotsFor } from './understanding/said';
export { isAct, isRefusal } from './understanding/decide';
export { describingStems, RECORD_JUDGES, subjectFeatures, subjectStems } from './understanding/evidence';
export { FACT_WEIGHTS, factsAsked, NOTHING_TOLD, toldLast } from './understanding/fund/fund-facts';
export { withoutSignature } from './language/asides';
export { readQuestion } from './understanding/reading';
export {
  comparisonFeatures,
  conditionFeatures,
  directionFeatures,
  mentionFeatures,
  scopeFeatures,
} from './understanding/slots';
export { isCarried } from './understanding/limits';
export { candidatesFor, matchesFor, studied, weightOf } from './understanding/understand';
export { createModels } from './loading/weights';
