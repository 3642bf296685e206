import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';

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
}
