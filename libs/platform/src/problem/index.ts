export { ProblemException, type FieldError, type ProblemOptions } from './problem.exception.js';
export { InputPipe } from './validation.pipe.js';
export { InvalidInputException } from './invalid-input.exception.js';
export { ProblemFilter } from './problem.filter.js';
export { languageOf, type Language, type LocalText } from './language.js';
export { isAway, statusOf } from './failure-status.js';
export { pointerTo } from './field-errors.js';
export { problemDetails, type ProblemDetails } from './problem-details.js';
