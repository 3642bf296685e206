import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { inWords } from '#platform';
import { BlankIsAbsent, IsOneLine, OneLine } from './text-input.decorators.js';

/** Digits with the signs people put between them; 6 to 15 digits (E.164). */
const PHONE = /^\+?(?:[ ()./-]*\d){6,15}[ ()./-]*$/;

export class AddressDto {
  @OneLine({ max: 200, example: 'Verzonnenstraat' })
  street?: string;

  @OneLine({ max: 20, example: '1' })
  houseNumber?: string;

  @OneLine({ max: 20, example: 'b' })
  box?: string;

  @OneLine({ max: 20, example: '9999' })
  postalCode?: string;

  @OneLine({ max: 100, example: 'Verzinbeke' })
  municipality?: string;
}

export class ContactDto {
  @OneLine({ max: 200, example: 'Voorbeeld Ouder' })
  name?: string;

  @ApiPropertyOptional({ type: String, format: 'email', maxLength: 254, example: 'ouder@voorbeeld.example' })
  @BlankIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(254)
  // A quoted local part may hold a line break, and with it headers of a mail.
  @IsOneLine()
  @IsEmail()
  email?: string;

  @ApiPropertyOptional({ type: String, maxLength: 40, example: '+3200000000' })
  @BlankIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(
    PHONE,
    inWords({
      nl: 'Dit is geen geldig telefoonnummer. Een voorbeeld: 0470 00 00 00.',
      en: 'This is not a valid phone number. For example: 0470 00 00 00.',
      fr: "Ce numéro de téléphone n'est pas valable. Un exemple : 0470 00 00 00.",
    }),
  )
  phone?: string;

  @ApiPropertyOptional({ type: AddressDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AddressDto)
  address?: AddressDto;
}
