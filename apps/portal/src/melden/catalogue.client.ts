import { Injectable } from '@nestjs/common';
import type { Field, FieldRule, Kind } from '#contracts';
import { Clock } from '#platform';
import { BackendClient } from '../backend/backend-client.js';
import type { Option } from '../design/options.component.js';
import { PortalConfig } from '../portal.config.js';
import type { FormDefinition, FormField } from './form-definition.js';

const FRESH_MS = 60_000;

/** `GET /api/v1/catalogue` (contract.md 3), as far as the portal reads it. */
interface Catalogue {
  kinds: CatalogueKind[];
}

interface CatalogueKind {
  kind: Kind;
  label: string;
  when: string;
  fields: CatalogueField[];
}

interface CatalogueField {
  field: Field;
  rule: FieldRule;
  label: string;
  help?: string;
  multiple?: boolean;
  options?: Option[];
}

interface KeptForms {
  forms: Map<Kind, FormDefinition>;
  until: number;
}

/** Consent is a yes or no in the API, and two choices on a page: nothing is ticked beforehand. */
const CONSENT_OPTIONS: Option[] = [
  { value: 'false', label: 'Nee, deel mijn naam niet' },
  { value: 'true', label: 'Ja, dat mag' },
];

const formField = ({ field, rule, label, help, multiple, options }: CatalogueField): FormField => ({
  field,
  rule,
  label,
  help,
  options: field === 'consentToShareIdentity' ? CONSENT_OPTIONS : (options ?? []),
  multiple: multiple ?? false,
});

/** Forms of all kinds, from intake; kept for a minute, so that a busy hour does not ask it for every page. */
@Injectable()
export class CatalogueClient {
  private kept: KeptForms | undefined;

  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined for a kind that has no public form at intake; @throws ServiceUnavailable */
  async formOf(kind: Kind): Promise<FormDefinition | undefined> {
    const kept =
      this.kept !== undefined && this.kept.until > this.clock.now().getTime()
        ? this.kept
        : await this.refresh();
    return kept.forms.get(kind);
  }

  /** While intake is away the forms of before stay good: somebody who is typing must not lose the page. */
  private async refresh(): Promise<KeptForms> {
    try {
      this.kept = { forms: await this.load(), until: this.clock.now().getTime() + FRESH_MS };
      return this.kept;
    } catch (error) {
      if (this.kept === undefined) throw error;
      return this.kept;
    }
  }

  private async load(): Promise<Map<Kind, FormDefinition>> {
    const { kinds } = await this.backend.get<Catalogue>(this.config.INTAKE_URL, '/api/v1/catalogue?lang=nl');
    return new Map(
      kinds.map(({ kind, label, when, fields }) => [
        kind,
        { kind, label, when, fields: fields.map(formField) },
      ]),
    );
  }
}
