import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { PublicRateLimit } from '../public-rate/public-rate.guard.js';
import { verifyReceipt } from './receipt.js';
import { ReceiptKeys } from './receipt-keys.service.js';
import { ReceiptKeySetDto, ReceiptVerdictDto, VerifyReceiptDto } from './receipts.dto.js';

/** Shaped as a receipt, signed by nobody. */
const EXAMPLE_RECEIPT = 'eyJhbGciOiJFUzI1NiJ9.eyJyZWZlcmVuY2UiOiJPUC03SzNNLVE5WEQifQ.c2lnbmF0dXJl';

@ApiTags('receipts')
@PublicRoute()
@Controller()
export class ReceiptsController {
  constructor(private readonly keys: ReceiptKeys) {}

  @Post('api/v1/receipts/verify')
  @HttpCode(200)
  @PublicRateLimit()
  @ApiOperation({ summary: 'Is this receipt ours and untouched?' })
  @ApiBody({ type: VerifyReceiptDto, examples: { receipt: { value: { receipt: EXAMPLE_RECEIPT } } } })
  @ApiResponse({ status: 200, type: ReceiptVerdictDto })
  verify(@Body() { receipt }: VerifyReceiptDto): ReceiptVerdictDto {
    const claims = verifyReceipt(receipt, (keyId) => this.keys.publicKey(keyId));
    if (claims === undefined) return { valid: false };
    return { valid: true, reference: claims.reference, receivedAt: claims.receivedAt };
  }

  @Get('.well-known/jwks.json')
  @ApiOperation({ summary: 'Public keys of receipts, to check them yourself' })
  @ApiResponse({ status: 200, type: ReceiptKeySetDto })
  published(): ReceiptKeySetDto {
    return { keys: this.keys.published() };
  }
}
