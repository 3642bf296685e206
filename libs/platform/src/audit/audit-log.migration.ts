import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries are written without waiting for anyone; a deferred trigger chains them at commit, when the transaction has
 * nothing else left to do. So the lock on the head is held for the length of a commit only, and can take part in no
 * deadlock. `UPDATE` of the head row (not an advisory lock) is right in every isolation level.
 */
export class AuditLog1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        purpose text,
        payload text NOT NULL
      )`);
    await runner.query(`CREATE INDEX platform_audit_entry_subject ON platform_audit_entry (subject, at)`);
    await runner.query(`
      CREATE TABLE platform_audit_chain (
        sequence bigint PRIMARY KEY,
        entry_id uuid NOT NULL UNIQUE REFERENCES platform_audit_entry (id),
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE platform_audit_head (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        sequence bigint NOT NULL,
        hash bytea NOT NULL
      ) WITH (fillfactor = 10)`);
    await runner.query(
      `INSERT INTO platform_audit_head (sequence, hash) VALUES (0, decode(repeat('00', 32), 'hex'))`,
    );
    await runner.query(`
      CREATE FUNCTION platform_audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE head platform_audit_head; next_hash bytea;
      BEGIN
        SELECT * INTO head FROM platform_audit_head FOR UPDATE;
        next_hash := sha256(head.hash || convert_to((head.sequence + 1)::text || ':' || NEW.payload, 'UTF8'));
        INSERT INTO platform_audit_chain (sequence, entry_id, previous_hash, hash)
          VALUES (head.sequence + 1, NEW.id, head.hash, next_hash);
        UPDATE platform_audit_head SET sequence = head.sequence + 1, hash = next_hash;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER platform_audit_append AFTER INSERT ON platform_audit_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION platform_audit_append()`);
    await runner.query(`
      CREATE FUNCTION platform_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit log is append-only.' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    for (const table of ['platform_audit_entry', 'platform_audit_chain']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION platform_audit_refuse()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE platform_audit_chain, platform_audit_entry, platform_audit_head`);
    await runner.query(`DROP FUNCTION platform_audit_append(), platform_audit_refuse()`);
  }
}
