import { EmptyIsUnset, ServiceConfig } from '#platform';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

export class TriageConfig extends ServiceConfig {
  /** Where intake answers, e.g. `http://localhost:3001`; texts are fetched there. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  INTAKE_URL: string;

  /** How long one try to fetch a text may take. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  TEXT_TIMEOUT_MS: number = 2_000;

  /** A text not had so long after receipt makes the case HIGH and F-TRIAGE_FAILED (domain.md 3.2.8). */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  TEXT_DEADLINE_SECONDS: number = 120;

  /** What was received long ago, e.g. a letter or during an outage, still gets so long before it counts as failed. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600)
  TEXT_GRACE_SECONDS: number = 20;

  /** Folder with the policy and its word lists, where the agency keeps its own; without it, the one that is shipped. */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  POLICY_FOLDER?: string;

  /** JSON file with the staff to whom cases can be assigned: `[{username, name, roles, team}]`. */
  @IsString()
  @IsNotEmpty()
  STAFF_FILE: string;
}
