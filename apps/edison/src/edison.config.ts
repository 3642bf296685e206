import { EmptyIsUnset, ServiceConfig } from '#platform';
import { IsOptional, IsString, Matches } from 'class-validator';

export class EdisonConfig extends ServiceConfig {
  /** Folder with organisators.json and locations.json to take over at the first start; empty takes over nothing. */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  EDISON_SEED_DIR?: string;

  /** Letters in front of a dossier number. */
  @Matches(/^[A-Z]{1,8}$/)
  EDISON_DOSSIER_PREFIX: string = 'EDS';

  /** Letters in front of a zaak number. */
  @Matches(/^[A-Z]{1,8}$/)
  EDISON_ZAAK_PREFIX: string = 'ZAAK';
}
