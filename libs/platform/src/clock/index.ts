export { Clock } from './clock.js';
export { uuidv7 } from './uuidv7.js';
