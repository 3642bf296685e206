import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, IsUrl, Max, Min } from 'class-validator';

const LOOSE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** Environment of the local identity provider. Each client's secret is known to that client and to the provider. */
export class IdentityConfig {
  @IsString()
  @IsNotEmpty()
  HOST: string = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number = 3006;

  /** Address under which browsers and services reach the provider; the `iss` of every token. */
  @IsUrl(LOOSE_URL)
  IDENTITY_ISSUER: string;

  /** Address of the portal as browsers see it. */
  @IsUrl(LOOSE_URL)
  PORTAL_URL: string;

  /** File of the signing keys; made when missing. */
  @IsString()
  @IsNotEmpty()
  IDENTITY_KEYS_FILE: string;

  /** File with the fictional staff. */
  @IsString()
  @IsNotEmpty()
  IDENTITY_STAFF_FILE: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_PORTAL: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_SVC_INTAKE: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_SVC_TRIAGE: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_SVC_DOSSIER_SYNC: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_SVC_NOTIFICATION: string;

  @IsString()
  @IsNotEmpty()
  CLIENT_SECRET_SVC_PORTAL: string;
}
