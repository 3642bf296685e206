// Loaded into a process before its program: its wall clock runs ahead or behind by the milliseconds that stand in
// the file `CLOCK_SHIFT_FILE`. Timers go on as they were, as on a machine whose clock is set.
import { readFileSync } from 'node:fs';

const RealDate = Date;
const LOOK_MS = 100;
let shift = 0;

function look() {
  try {
    shift = Number(readFileSync(process.env.CLOCK_SHIFT_FILE, 'utf8')) || 0;
  } catch {
    shift = 0; // no file: the right time
  }
}

look();
setInterval(look, LOOK_MS).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + shift] : args));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
