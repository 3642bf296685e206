import { MESSAGE_PURPOSES, type MessagePurpose } from '#contracts';
import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Template } from './template.js';

const FOLDER = new URL('./nl/', import.meta.url);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function isTemplate(value: unknown): value is Template {
  if (typeof value !== 'object' || value === null) return false;
  const { name, version, purpose, subject, body } = value as Record<string, unknown>;
  return [name, version, subject, body].every(isText) && MESSAGE_PURPOSES.some((known) => known === purpose);
}

function read(file: string): Template {
  const content: unknown = parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!isTemplate(content))
    throw new Error(`Template ${file} lacks a name, version, purpose, subject or body.`);
  return content;
}

/** The texts in force: one template for every purpose, read once at start. */
@Injectable()
export class TemplateCatalogue {
  private readonly byPurpose: ReadonlyMap<MessagePurpose, Template>;

  constructor() {
    const templates = readdirSync(FOLDER).map(read);
    this.byPurpose = new Map(templates.map((template) => [template.purpose, template]));
    this.byPurposeComplete();
  }

  inForce(purpose: MessagePurpose): Template {
    const template = this.byPurpose.get(purpose);
    if (template === undefined) throw new Error(`No template for ${purpose}.`);
    return template;
  }

  /** A missing text is found at start, not when the first message of that purpose is due. */
  private byPurposeComplete(): void {
    for (const purpose of MESSAGE_PURPOSES) this.inForce(purpose);
  }
}
