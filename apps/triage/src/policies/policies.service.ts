import { Injectable } from '@nestjs/common';
import { loadPolicies, type UrgencyPolicy } from '../urgency/index.js';

/** The policy versions of this service. Loading refuses a broken policy, and with it the start of the service. */
@Injectable()
export class Policies {
  private readonly library = loadPolicies();

  /** By which new meldingen are judged. */
  get current(): UrgencyPolicy {
    return this.library.current;
  }

  find(version: string): UrgencyPolicy | undefined {
    return this.library.find(version);
  }
}
