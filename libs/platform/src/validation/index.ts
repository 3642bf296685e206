export { IsMoment, isMoment } from './is-moment.decorator.js';
