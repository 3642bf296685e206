import { IsNotEmpty, IsString, IsUrl } from 'class-validator';
import { ServiceConfig } from '#platform';

const LOOSE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class PortalConfig extends ServiceConfig {
  @IsUrl(LOOSE_URL)
  INTAKE_URL: string;

  @IsUrl(LOOSE_URL)
  TRIAGE_URL: string;

  /** Address of the portal as browsers see it: the identity provider sends staff back there. */
  @IsUrl(LOOSE_URL)
  PORTAL_PUBLIC_URL: string;

  @IsString()
  @IsNotEmpty()
  PORTAL_CLIENT_ID: string = 'portal';

  @IsString()
  @IsNotEmpty()
  PORTAL_CLIENT_SECRET: string;

  /** Where "Verlaat deze site snel" goes: an ordinary page that tells nothing. */
  @IsUrl({ require_protocol: true, protocols: ['https'] })
  EXIT_URL: string = 'https://www.vrt.be/vrtnws/nl/';
}
