/** The authorities that the rules cite, by short name. */
export const cites = {
  wp29: 'WP260 rev.01 ¶29',
  wp30: 'WP260 rev.01 ¶30',
  p2b: 'Reg. 2019/1150 Art 3(2), recital 18',
  wikimedia: 'practice, not law: Wikimedia privacy policy, "Changes"',
  github: 'practice, not law: GitHub Terms of Service, §Q',
  own: 'our judgement',
  clause: "the policy's own change clause (FTC deception if broken)",
  colorado: 'Colorado 4 CCR 904-3 R.6.04(A)(1)',
  coloradoSecondary: 'Colorado R.6.04(B)',
  telecoms: 'Dir. 2018/1972 Art 105(4)',
  opp: 'OPP-115 taxonomy',
  gdpr13: 'GDPR Art 13(1)-(2)',
  gdprNewPurpose: 'GDPR Art 13(3)/14(4)',
  gdprConsent: 'GDPR Art 7(3), 12(2)',
  gdprProcessor: 'GDPR Art 28(2)',
  lgpd: 'LGPD Art 8§6, 9§2',
  ico: 'ICO right to be informed',
  ftc: 'FTC §5: Gateway Learning (2004), 13 Feb 2024 guidance',
  minnesota: 'Minn. Stat. 325M.16 subd.1(e)',
  coppa: '16 CFR 312.5(a)(1)',
  jersey: 'N.J. P.L.2023 c.266 §3; proposed N.J.A.C. 13:45L',
  douglas: 'Douglas v. USDC, 495 F.3d 1062 (9th Cir. 2007)',
  payments: 'Dir. 2015/2366 Art 54',
  dsa: 'Reg. 2022/2065 Art 14(2)',
  digital: 'Dir. 2019/770 Art 19',
} as const;

/** The short name of an authority. */
export type Authority = keyof typeof cites;
