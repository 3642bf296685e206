export { inWords } from './in-words.js';
export { IsMoment, isMoment } from './is-moment.decorator.js';
