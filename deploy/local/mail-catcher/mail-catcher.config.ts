import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Matches, Max, Min } from 'class-validator';

/** Environment of the mail catcher. */
export class MailCatcherConfig {
  @IsString()
  @IsNotEmpty()
  HOST: string = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  MAIL_SMTP_PORT: number = 3025;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  MAIL_HTTP_PORT: number = 3026;

  /** Mail to addresses of this domain is reported back to its sender, to try out what comes of it. */
  @Matches(/^[a-z0-9.-]+$/)
  MAIL_BOUNCE_DOMAIN: string = 'bounce.example';

  /** Where those reports are delivered, whatever the domain of the sender. */
  @IsString()
  @IsNotEmpty()
  MAIL_BOUNCE_HOST: string = '127.0.0.1';

  /** 0: nothing is reported back. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  MAIL_BOUNCE_PORT: number = 0;
}
