/**
 * What another language must say for every message in Bahasa Indonesia, which has one plural form: beside each
 * `_other` the message for one (`_one`).
 */
export type Translation<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : Translation<Messages[Key]>;
} & { [Key in keyof Messages as Key extends `${infer Name}_other` ? `${Name}_one` : never]: string };
