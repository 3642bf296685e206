import { CONDUCT_TYPES, SINGLE_ANSWERS, type Answers } from '#contracts';
import { OptionalCode, OptionalCodes } from './optional.decorators.js';

/** Triage questions; what is not given is judged as `unknown` (domain.md 3.2.2). */
export class DryRunAnswersDto implements Partial<Answers> {
  @OptionalCode(SINGLE_ANSWERS.immediateDanger, 'no') immediateDanger?: Answers['immediateDanger'];
  @OptionalCode(SINGLE_ANSWERS.emergencyServicesCalled, 'no')
  emergencyServicesCalled?: Answers['emergencyServicesCalled'];
  @OptionalCode(SINGLE_ANSWERS.injury, 'unexplained') injury?: Answers['injury'];
  @OptionalCode(SINGLE_ANSWERS.childAgeGroup, '12_36m') childAgeGroup?: Answers['childAgeGroup'];
  @OptionalCode(SINGLE_ANSWERS.allegedActor, 'unknown') allegedActor?: Answers['allegedActor'];
  @OptionalCode(SINGLE_ANSWERS.actorStillPresent, 'no') actorStillPresent?: Answers['actorStillPresent'];
  @OptionalCodes(CONDUCT_TYPES, ['rough_handling']) conductTypes?: Answers['conductTypes'];
  @OptionalCode(SINGLE_ANSWERS.unsupervised, 'no') unsupervised?: Answers['unsupervised'];
  @OptionalCode(SINGLE_ANSWERS.occupancyConcern, 'none') occupancyConcern?: Answers['occupancyConcern'];
  @OptionalCode(SINGLE_ANSWERS.sleepSafetyConcern, 'no') sleepSafetyConcern?: Answers['sleepSafetyConcern'];
  @OptionalCode(SINGLE_ANSWERS.premisesConcern, 'none') premisesConcern?: Answers['premisesConcern'];
  @OptionalCode(SINGLE_ANSWERS.ongoing, 'repeated') ongoing?: Answers['ongoing'];
  @OptionalCode(SINGLE_ANSWERS.discussedWithOpvang, 'yes')
  discussedWithOpvang?: Answers['discussedWithOpvang'];
}
