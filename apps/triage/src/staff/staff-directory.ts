import { ConfigurationError, ROLES, type Role } from '#platform';
import { readFileSync } from 'node:fs';

export interface StaffMember {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team: string;
}

/** The staff to whom cases can be assigned. Who somebody is when logged in comes from the token, never from here. */
export class StaffDirectory {
  private readonly members: ReadonlyMap<string, StaffMember>;

  constructor(members: readonly StaffMember[]) {
    this.members = new Map(members.map((member) => [member.username, member]));
  }

  /**
   * Reads the directory from a JSON file.
   * @throws ConfigurationError when it cannot be read or is no list of staff
   */
  static fromFile(path: string): StaffDirectory {
    const content = readList(path);
    if (!content.every(isMember))
      throw fault('bevat een medewerker zonder gebruikersnaam, naam, rollen of team.');
    return new StaffDirectory(content);
  }

  find(username: string): StaffMember | undefined {
    return this.members.get(username);
  }
}

const fault = (message: string): ConfigurationError =>
  new ConfigurationError([{ variable: 'STAFF_FILE', message }]);

function readList(path: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw fault('kan niet gelezen worden als JSON-bestand.');
  }
  if (!Array.isArray(content) || content.length === 0) throw fault('bevat geen lijst van medewerkers.');
  return content;
}

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

function isMember(value: unknown): value is StaffMember {
  if (typeof value !== 'object' || value === null) return false;
  const { username, name, roles, team } = value as Record<string, unknown>;
  const texts = [username, name, team].every((text) => typeof text === 'string' && text !== '');
  return texts && Array.isArray(roles) && roles.every(isRole);
}
