import type { DateLanguage } from '../calendar/languages.ts';

/** What a label says its date is; the first that a document has is the one we keep up. */
export const labelKinds = ['effective', 'updated', 'issued'] as const;
export type LabelKind = (typeof labelKinds)[number];

type Labels = Readonly<Record<DateLanguage, Readonly<Record<LabelKind, readonly string[]>>>>;

/**
 * The words that make a line a date line. Lower case, with accents; a reader's accents, case and spaces may differ.
 * Words that only introduce the date (`on`, `as of`, `vom`) are not here: see `connectors`.
 */
export const labels: Labels = {
  en: {
    effective:
      lines(`effective date|date effective|effective|effective as of|effective from|in effect since|in effect as of
      |in force since|in force from|valid from|valid as of|date of entry into force|entry into force|takes effect
      |date of effect|applies from`),
    updated: lines(`last updated|last updated date|last update|last modified|last modified date|last revised
      |last revision|last changed|last change|last amended|last amendment|last edited|date of last revision
      |date of last update|date of last change|date last updated|date last revised|date last modified|updated
      |date updated|update date|revised|revision date|date revised|date of revision|modified|date modified|amended
      |most recently updated|latest update|last published`),
    issued: lines(
      'date|published|date published|publication date|posted|date posted|issued|date of issue|version date',
    ),
  },
  de: {
    effective: lines(`gültig ab|gültig seit|gültig vom|gültigkeit ab|gültigkeitsdatum|wirksam ab|wirksam seit
      |wirksam zum|wirksamkeitsdatum|datum der wirksamkeit|in kraft seit|in kraft ab|in kraft getreten
      |tritt in kraft|datum des inkrafttretens|inkrafttreten|gilt ab|gilt seit|geltung ab|geltend ab`),
    updated:
      lines(`stand|letzter stand|zuletzt aktualisiert|letzte aktualisierung|zuletzt geändert|letzte änderung
      |zuletzt überarbeitet|letzte überarbeitung|zuletzt bearbeitet|aktualisiert|aktualisierungsdatum|fassung vom
      |version vom|datum der letzten aktualisierung|datum der letzten änderung`),
    issued: lines('datum|veröffentlicht|datum der veröffentlichung|veröffentlichungsdatum'),
  },
  fr: {
    effective: lines(`date d'entrée en vigueur|date d'effet|date de prise d'effet|entrée en vigueur|en vigueur
      |applicable|prend effet|date d'application`),
    updated: lines(`dernière mise à jour|date de dernière mise à jour|date de la dernière mise à jour
      |date de mise à jour|mise à jour|mis à jour|dernière modification|date de dernière modification
      |dernière révision|modifié|modifiée|version du|actualisé|actualisée|dernière actualisation`),
    issued: lines('date|date de publication|publié|publiée'),
  },
  es: {
    effective:
      lines(`fecha de entrada en vigor|fecha de entrada en vigencia|entrada en vigor|fecha de vigencia
      |fecha efectiva|fecha de efecto|fecha de efectividad|en vigor|en vigencia|vigente|vigencia|válido desde
      |válida desde`),
    updated: lines(`última actualización|fecha de última actualización|fecha de la última actualización
      |fecha de actualización|última modificación|fecha de última modificación|última revisión|fecha de revisión
      |actualizado|actualizada|actualización|modificado|modificada|revisado|revisada|última versión`),
    issued: lines('fecha|fecha de publicación|publicado|publicada'),
  },
  it: {
    effective: lines(`data di entrata in vigore|entrata in vigore|data di efficacia|data effettiva
      |data di decorrenza|decorrenza|in vigore|efficace|valido|valida`),
    updated: lines(`ultimo aggiornamento|data dell'ultimo aggiornamento|data di ultimo aggiornamento
      |data ultimo aggiornamento|data di aggiornamento|ultima modifica|data dell'ultima modifica|ultima revisione
      |aggiornato|aggiornata|aggiornamento|modificato|modificata|versione del`),
    issued: lines('data|data di pubblicazione|pubblicato|pubblicata'),
  },
  pt: {
    effective:
      lines(`data de entrada em vigor|entrada em vigor|data de vigência|data efetiva|data de efetivação
      |em vigor|vigente|vigência|válido desde|válida desde|data de início de vigência`),
    updated: lines(`última atualização|data da última atualização|data de atualização|última actualização
      |última modificação|última revisão|última alteração|atualizado|atualizada|atualização|modificado|modificada
      |revisado|revisada|data de revisão`),
    issued: lines('data|data de publicação|publicado|publicada'),
  },
  nl: {
    effective:
      lines(`ingangsdatum|datum van inwerkingtreding|inwerkingtreding|datum inwerkingtreding|van kracht
      |geldig|in werking|effectieve datum|ingaande`),
    updated: lines(`laatst bijgewerkt|laatste update|laatst gewijzigd|laatste wijziging|laatst aangepast
      |laatste aanpassing|laatst herzien|laatste herziening|laatst geactualiseerd|bijgewerkt|gewijzigd|versie van
      |datum laatste wijziging|datum van laatste wijziging`),
    issued: lines('datum|gepubliceerd|publicatiedatum|datum van publicatie'),
  },
};

/** Small words between a label and its date: "effective AS OF May 1", "zuletzt geändert AM 1. Mai". */
export const connectors: readonly string[] = (
  'on as of from since at starting am vom zum ab seit dem den der per le du au depuis de à compter partir el desde ' +
  'del a día al il dal da em do no dia op vanaf van sinds met ingang d\\.d\\.'
).split(' ');

/** Words before a label that make it tell of another version than this one. */
export const otherVersion =
  /\b(?:previous|previously|prior|former|formerly|earlier|older?|next|vorherige|frühere|alte|précédente?|ancienne?|anterior|precedente|vorige)\b/iu;

/** Words of a sentence: where they stand before a label, it is no label. */
export const sentenceWords =
  /\b(?:we|you|if|will|shall|may|must|until|before|after|unless|when|wir|sie|wenn|nous|vous|si|nosotros|usted|wij|u)\b/iu;

function lines(text: string): readonly string[] {
  return text.split('|').map((label) => label.trim());
}
