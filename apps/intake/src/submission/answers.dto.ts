import { CONDUCT_TYPES, SINGLE_ANSWERS, type Answers } from '#contracts';
import { AnyOf, OneOf } from './code-input.decorators.js';

/** Triage questions; what is not answered is kept as `unknown`, never as "no" (domain.md 3.2.2). */
export class AnswersDto implements Partial<Answers> {
  @OneOf(SINGLE_ANSWERS.immediateDanger, 'unknown')
  immediateDanger?: Answers['immediateDanger'];

  @OneOf(SINGLE_ANSWERS.emergencyServicesCalled, 'no')
  emergencyServicesCalled?: Answers['emergencyServicesCalled'];

  @OneOf(SINGLE_ANSWERS.injury, 'unexplained')
  injury?: Answers['injury'];

  @OneOf(SINGLE_ANSWERS.childAgeGroup, '12_36m')
  childAgeGroup?: Answers['childAgeGroup'];

  @OneOf(SINGLE_ANSWERS.allegedActor, 'unknown')
  allegedActor?: Answers['allegedActor'];

  @OneOf(SINGLE_ANSWERS.actorStillPresent, 'unknown')
  actorStillPresent?: Answers['actorStillPresent'];

  @AnyOf(CONDUCT_TYPES, ['rough_handling'])
  conductTypes?: Answers['conductTypes'];

  @OneOf(SINGLE_ANSWERS.unsupervised, 'no')
  unsupervised?: Answers['unsupervised'];

  @OneOf(SINGLE_ANSWERS.occupancyConcern, 'none')
  occupancyConcern?: Answers['occupancyConcern'];

  @OneOf(SINGLE_ANSWERS.sleepSafetyConcern, 'no')
  sleepSafetyConcern?: Answers['sleepSafetyConcern'];

  @OneOf(SINGLE_ANSWERS.premisesConcern, 'none')
  premisesConcern?: Answers['premisesConcern'];

  @OneOf(SINGLE_ANSWERS.ongoing, 'repeated')
  ongoing?: Answers['ongoing'];

  @OneOf(SINGLE_ANSWERS.discussedWithOpvang, 'yes')
  discussedWithOpvang?: Answers['discussedWithOpvang'];
}
