import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { momentIn } from './moment.ts'

const zone = 'Europe/Amsterdam'
const read = (text: string): string => String(momentIn(text, zone))

describe('the moment a date means', () => {
  it('is read from mail dates with the faults they have', () => {
    assert.equal(read('Wed, 4 Jun 2025 09:30:00 +0200'), '2025-06-04T07:30:00Z')
    assert.equal(read('04 June 2025 9:30 EST'), '2025-06-04T14:30:00Z')
    assert.equal(read('Sunday, Jun 4th, 2025 3:05 p.m. GMT'), '2025-06-04T15:05:00Z')
    assert.equal(read('Wed Jun  4 16:29:06 PST 2025'), '2025-06-05T00:29:06Z')
    assert.equal(read('04-Jun-2025 10:00:00 GMT-05:00'), '2025-06-04T15:00:00Z')
    assert.equal(read('4 Jun 2025 10:00 (noon nearly) Z'), '2025-06-04T10:00:00Z')
  })

  it('has a year of this century below 50 and of the last one above', () => {
    assert.equal(read('Wed, 04 Jun 25 10:00:00 GMT'), '2025-06-04T10:00:00Z')
    assert.equal(read('Fri, 04 Jun 99 10:00:00 GMT'), '1999-06-04T10:00:00Z')
  })

  it('is read from ISO dates, whole or in part', () => {
    assert.equal(read('2025-06-04T09:30:00.250+02:00'), '2025-06-04T07:30:00.25Z')
    assert.equal(read('2025-06-04t09:30z'), '2025-06-04T09:30:00Z')
    assert.equal(read('20250604T093000Z'), '2025-06-04T09:30:00Z')
    assert.equal(read('2025-06'), '2025-05-31T22:00:00Z')
  })

  it('is in the publication’s zone when it names none, or none we know', () => {
    assert.equal(read('2025-06-04 09:30'), '2025-06-04T07:30:00Z')
    assert.equal(read('2025-01-04 09:30'), '2025-01-04T08:30:00Z')
    assert.equal(read('Wed, 4 Jun 2025 09:30:00 XYZT'), '2025-06-04T07:30:00Z')
  })

  it('is read in digits and month names of other languages', () => {
    assert.equal(read('٢٠٢٥-٠٦-٠٤T٠٩:٣٠:٠٠Z'), '2025-06-04T09:30:00Z')
    assert.equal(read('٤ يونيو ٢٠٢٥ 12:00 GMT'), '2025-06-04T12:00:00Z')
    assert.equal(read('๔ มิถุนายน ๒๕๖๘ 12:00 GMT'), '2025-06-04T12:00:00Z')
    assert.equal(read('Di, 04 Mrz 2025 12:00:00 GMT'), '2025-03-04T12:00:00Z')
    assert.equal(read('4 août 2025 12:00 UTC'), '2025-08-04T12:00:00Z')
    assert.equal(read('mar, 03 jun 2025 12:00:00 GMT'), '2025-06-03T12:00:00Z')
  })

  it('counts a leap second as the one before it', () => {
    assert.equal(read('2016-12-31T23:59:60Z'), '2016-12-31T23:59:59Z')
  })

  it('is none for days, hours and zones that do not exist', () => {
    assert.equal(momentIn('31 Feb 2025 10:00 GMT', zone), null)
    assert.equal(momentIn('4 Jun 2025 25:61 GMT', zone), null)
    assert.equal(momentIn('2025-06-04T09:30:00-25:00', zone), null)
    assert.equal(momentIn('0000-00-00 00:00:00', zone), null)
  })

  it('is none where two days could be meant', () => {
    assert.equal(momentIn('6/4/2025', zone), null)
    assert.equal(read('4.6.2025 10:00 GMT'), '2025-06-04T10:00:00Z')
  })

  it('is never the start of 1970 or of all years, which programs write for "none"', () => {
    assert.equal(momentIn('0001-01-01T00:00:00Z', zone), null)
    assert.equal(momentIn('Mon, 01 Jan 0001 00:00:00 +0100', zone), null)
    assert.equal(momentIn('1970-01-01T00:00:00Z', zone), null)
    assert.equal(momentIn('Thu, 01 Jan 1970 00:00:00 +0000', zone), null)
  })
})
