import { Metrics } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { pathToFileURL } from 'node:url';
import { TriageConfig } from '../triage.config.js';
import { loadPolicies, PolicyError, type PolicyLibrary, type UrgencyPolicy } from '../urgency/index.js';
import { EMERGENCY_TERMS } from './emergency-terms.js';
import type { PlacingTerms } from './placing-terms.js';

/**
 * The policy versions of this service. A broken one is not used, not even in part, and does not stop the service
 * either: meldingen go on being opened, each as HIGH and not judged, until it is mended (docs/decisions/0203).
 */
@Injectable()
export class Policies {
  private readonly loaded: PolicyLibrary | PolicyError;

  constructor(config: TriageConfig, metrics: Metrics) {
    this.loaded = load(config.POLICY_FOLDER);
    metrics
      .gauge({
        name: 'opgroeipunt_triage_policy_usable',
        help: 'Whether meldingen can be judged: 0 when the policy is broken and every one goes to crisis duty',
      })
      .set(this.loaded instanceof PolicyError ? 0 : 1);
    if (this.loaded instanceof PolicyError) new Logger(Policies.name).error(this.loaded.message);
  }

  get isUsable(): boolean {
    return !(this.loaded instanceof PolicyError);
  }

  /**
   * By which new meldingen are judged.
   * @throws PolicyError while there is none that can be used
   */
  get current(): UrgencyPolicy {
    return this.library().current;
  }

  /** By which cases get their queue, team and terms: always there. */
  get placing(): PlacingTerms {
    return this.loaded instanceof PolicyError ? EMERGENCY_TERMS : this.current;
  }

  /** @throws PolicyError while there is none that can be used */
  find(version: string): UrgencyPolicy | undefined {
    return this.library().find(version);
  }

  private library(): PolicyLibrary {
    if (this.loaded instanceof PolicyError) throw this.loaded;
    return this.loaded;
  }
}

function load(folder: string | undefined): PolicyLibrary | PolicyError {
  try {
    return folder === undefined ? loadPolicies() : loadPolicies(pathToFileURL(`${folder}/`));
  } catch (error) {
    if (error instanceof PolicyError) return error;
    return new PolicyError(folder ?? 'the shipped policy', [
      error instanceof Error ? error.message : 'unreadable',
    ]);
  }
}
