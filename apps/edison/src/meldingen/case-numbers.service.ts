import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EdisonConfig } from '../edison.config.js';
import { numberedWithCheck } from './dossier-number.js';

export interface CaseNumbers {
  dossierNumber: string;
  zaakNumber: string;
}

/** Gives numbers out: a zaak is the work, a dossier its record, and both keep their own (domain.md 5.1). */
@Injectable()
export class CaseNumbersService {
  constructor(private readonly config: EdisonConfig) {}

  /** New, unique numbers. A transaction that is rolled back leaves a gap. */
  async next(manager: EntityManager): Promise<CaseNumbers> {
    const [row] = await manager.query<[{ dossier: string; zaak: string }]>(
      `SELECT nextval('dossier_number') AS dossier, nextval('zaak_number') AS zaak`,
    );
    return {
      dossierNumber: numberedWithCheck(this.config.EDISON_DOSSIER_PREFIX, BigInt(row.dossier)),
      zaakNumber: numberedWithCheck(this.config.EDISON_ZAAK_PREFIX, BigInt(row.zaak)),
    };
  }
}
