import { Injectable } from '@nestjs/common';

/** The only source of "now" for decisions, so that terms and clocks can be tried at any moment. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
