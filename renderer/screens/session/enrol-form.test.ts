import { expect, test } from 'vitest';
import { problemOf } from './enrol-form.ts';

const form = { centralUrl: 'https://pusat.contoh.go.id', code: 'ABCD-1234', name: 'Rina Sitepu' };

test('a complete form of enrolment has no problem', () => {
  expect(problemOf(form)).toBeNull();
  expect(problemOf({ ...form, centralUrl: ' http://10.0.0.5:7410 ' })).toBeNull();
});

test('the form of enrolment names the first thing that is missing', () => {
  expect(problemOf({ ...form, centralUrl: ' ' })?.message).toBe('required.url');
  expect(problemOf({ ...form, centralUrl: 'pusat.contoh.go.id' })?.message).toBe('failure.bad_url');
  expect(problemOf({ ...form, code: '' })).toEqual({ field: 'code', message: 'required.code' });
  expect(problemOf({ ...form, name: ' ' })).toEqual({ field: 'name', message: 'required.name' });
});
