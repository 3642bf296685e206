import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class VerifyReceiptDto {
  @ApiProperty({
    type: String,
    maxLength: 4000,
    description: 'compact JWS from the answer to a melding',
    example: 'eyJhbGciOiJFUzI1NiJ9.eyJyZWZlcmVuY2UiOiJPUC03SzNNLVE5WEQifQ.c2lnbmF0dXJl',
  })
  @IsString()
  @MaxLength(4000)
  receipt: string;
}

export class ReceiptVerdictDto {
  @ApiProperty({ type: Boolean, example: true })
  valid: boolean;

  @ApiPropertyOptional({ type: String, example: 'OP-7K3M-Q9XD', description: 'only when valid' })
  reference?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-11-21T20:15:00.000Z',
    description: 'only when valid',
  })
  receivedAt?: string;
}

export class ReceiptKeyDto {
  @ApiProperty({ type: String, example: 'EC' })
  kty: string;

  @ApiProperty({ type: String, example: 'P-256' })
  crv: string;

  @ApiProperty({ type: String, example: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU' })
  x: string;

  @ApiPropertyOptional({
    type: String,
    example: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    description: 'of a key on P-256',
  })
  y?: string;

  @ApiProperty({ type: String, example: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' })
  kid: string;

  @ApiProperty({ type: String, example: 'ES256' })
  alg: string;

  @ApiProperty({ type: String, example: 'sig' })
  use: string;
}

export class ReceiptKeySetDto {
  @ApiProperty({ type: [ReceiptKeyDto] })
  keys: ReceiptKeyDto[];
}
