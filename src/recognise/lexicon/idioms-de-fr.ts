import type { Lexicon } from './lexicon.ts';

/** German turns of phrase: `a_b` stand together, `a~b` have at most six words between; `x*` begins with. */
export const germanIdioms: Lexicon = {
  'get-to-see':
    'was~uber_mich was~von_mir was~zu_meiner_person alles~uber_mich alles~von_mir alles~zu_meiner_person auskunft* kopie_meiner eine_kopie kopie_davon noch_einmal_schicken nochmals~schicken noch_einmal~zusenden noch_einmal~schicken verloren~erneut ich_mochte_wissen_welche ich_wusste_gern ich_wurde_gerne_wissen darf_ich~lesen darf_ich~sehen kann_ich~sehen kann_ich~haben einsehen einsicht* woher_haben woher~haben von_wem_haben wie_kommen_sie_an an_wen~weitergegeben wem~weitergegeben wer_hat~gesehen wer_hat_meine bin_ich_noch liegt~noch_von_mir gespeichert_haben gespeicherten_daten von_mir_gespeichert von_mir~aufbewahrt schicken_sie_mir_meine senden_sie_mir_meine meine_ergebnisse meinen_bericht meine_akte aufgeschrieben bescheinigung~verloren zertifikat~verloren',
  'put-right':
    'berichtig* korrigier* richtigstell* stimmt_nicht stimmen_nicht nicht_richtig falsch_geschrieben falsch_gespeichert ist_falsch sind_falsch fehler_in_meinem ich_heise ich_heisse heise~nicht umgezogen neue_adresse neue_anschrift neue_nummer neue_mailadresse neue_e-mail-adresse alte_adresse geheiratet ab_sofort~an geandert andern_sie bitte_andern aktualisier* nie_gesagt nicht_gesagt als_abwesend war_ich~da erganz* hinzufug* meine_sicht verwechsel* geburtsdatum~falsch nachnamen nun_heise jetzt_heise',
  'do-away':
    'losch* geloscht entfern* vernicht* werfen_sie~weg wegwerfen weg_damit raus_damit nehmen_sie_mich~aus nehmt_mich~raus nehmen~aus_ihrem aus_ihrem_system aus_eurem_system aus_der_datenbank aus_ihrer_kartei nichts_von_mir nichts_mehr_von_mir keine_spur vergessen_werden vergessenwerden streichen_sie nicht_mehr_aufbewahr* brauchen_sie~nicht_mehr braucht_ihr~nicht_mehr schreddern tilg*',
  'hold-still':
    'einschrank* sperren_sie gesperrt nicht_loschen nicht_weitergeben~bis nicht_verwenden~bis bis_ich bis_zur_klarung bis_das_geklart bis_geklart solange vorerst vorlaufig liegen_lassen lassen_sie~liegen ruhen_lassen als_beweis als_beweismittel gericht* niemand~verwenden niemand~lesen einfrieren auf_eis aussetzen warten_sie~mit',
  'take-along':
    'csv excel json maschinenlesbar* als_datei ubertragbarkeit datenubertragbarkeit ubertragen_sie ubertragen~an neuen_coach neuen_anbieter anderen_anbieter wechsle mitnehmen exportier* export herunterladen gangigen_format strukturiert* einlesen importieren neue_therapeutin neuen_trainer',
  'stay-out':
    'widerspreche widerspruch nicht_einverstanden mochte_nicht~dass will_nicht~dass mochte_nicht~auf nicht_verwenden_fur verwenden_sie~nicht nicht~weitergeben teilnehmerliste gruppenfoto whatsapp-gruppe chef~nicht_sehen profiling teamanalyse lieber_nicht berechtigte_interesse* berechtigtes_interesse auser_acht',
  'no-more-post':
    'keine_werbung werbung werbeanruf* werbemail* rufen_sie~nicht nicht_mehr_an keine_anrufe keine_mails_mehr keine_e-mails_mehr keine_angebote belastig* horen_sie_auf hort_auf prospekt* direktwerbung verkaufer* spam',
  'off-the-list':
    'newsletter rundbrief abmeld* abbestell* austragen verteiler abmeldelink nicht_mehr_erhalten nicht_mehr_bekommen von_der_liste',
  'say-no-after-yes':
    'widerrufe widerruf~einwilligung einwilligung~widerruf* ziehe~zuruck nehme~zuruck zuruckgenommen einwilligung_zuruck zugestimmt~aber hatte_zugestimmt hatte_unterschrieben anders_uberlegt nicht_mehr_einverstanden durften~nicht_mehr ab_jetzt_nicht_mehr gilt_nicht_mehr doch_nicht',
  'let-a-person-look':
    'ein_mensch einen_menschen von_einem_menschen kein_mensch menschlich* jemand~anschau* jemanden~schauen computer algorithmus automatisiert* automatische_entscheidung programm~entschied* ki wie~punktzahl wie~zustande wie~berechnet maschine uberprufen_lassen',
  wronged:
    'datenpanne datenleck falschen_empfanger an_einen_fremden offen_im_verteiler alle_adressen ohne_meine_einwilligung ohne_meine_zustimmung ohne_mich_zu_fragen ohne_mein_wissen beschwer* unverschamt emport aufsichtsbehorde datenschutzbehorde keine_antwort noch_immer_nichts immer_noch_keine seit~wochen seit~monaten verstos* verstoss* vertraulich~gesagt woher_weis geht_gar_nicht schadensersatz frist~abgelaufen',
  'where-does-it-go':
    'wie_lange speicherdauer wer_kann~sehen wer_sieht wer_bekommt erfahrt_mein erfahrt~chef bekommt_mein_arbeitgeber was_passiert_mit was_machen_sie_mit wozu_brauchen warum_brauchen wo_werden~gespeichert auf_welcher_rechtsgrundlage datenschutzbeauftragte* geben_sie~weiter teilen_sie~mit informieren_sie~auch auch_an_ihren_partner datenschutzerklarung_von_ihnen vertraulich_bleibt',
  'of-another':
    'meines_mitarbeiters unserer_mitarbeiter meiner_mitarbeiterin seine_ergebnisse ihren_bericht~mitarbeiter* wir_zahlen anderen_teilnehmer* andere_teilnehmerin polizei ermittlung* bewerber_ihres meines_mannes meiner_frau exfrau exmann',
  'business-as-usual':
    'die_rechnung unsere_rechnung ihre_rechnung im_anhang ihre_bestellung angebot wir_bieten wir_ubernehmen kostenlos* muster externer_datenschutzbeauftragter unsere_datenschutzerklarung gmbh erledigt danke_fur_die_schnelle bei_uns_im_betrieb durfen_wir_das interessehalber beispiel seminar_zum unsere_firma auftragsverarbeitung* zur_information zur_kenntnis position',
};

/** French turns of phrase, in the same form. */
export const frenchIdioms: Lexicon = {
  'get-to-see':
    'sur_moi me_concernant tout_ce_qui_me_concerne a_mon_sujet droit_d_acces acces_a_mes copie_de_mes copie_de_mon copie_de_tout une_copie renvoyer~mon renvoyer~mes m_envoyer~mes m_envoyer~mon m_envoyer~vos recevoir_mon recevoir_mes voir_mon lire~notes lire_ce_que j_aimerais_lire j_aimerais_savoir quelles_donnees quelles_informations comment_avez-vous_eu d_ou_vient d_ou_tenez qui_vous_a_donne a_qui~transmis a_qui~communique qui_a_vu suis-je_encore avez-vous_encore~de_moi avez-vous_garde ce_que_vous_avez~moi mes_resultats attestation~perdu duplicata',
  'put-right':
    'rectifi* corrig* modifi*~mon modifi*~mes mal_orthographie mal_ecrit erreur_dans_mon est_faux est_fausse n_est_pas_correct n_est_plus_la_bonne demenage* nouvelle_adresse nouveau_numero nouveau_nom mon_nom_de mariage~nom divorce~nom mettre_a_jour jamais_dit absent~present j_etais_present j_etais_la ajouter_mon ajouter_ma completer_mon je_m_appelle ancienne_adresse note*_ma_nouvelle date_de_naissance',
  'do-away':
    'supprim* effac* detruire detruisez jetez retirez_mon retirer_mon enlevez_mon enlever_mon plus_rien_de_moi rien_de_moi ne_reste_rien plus_dans_vos droit_a_l_oubli oubliez-moi oubli broyeuse feu_de_joie disparaitre rayez de_vos_fichiers de_votre_base',
  'hold-still':
    'limitation bloquez bloquer gelez geler suspend* en_attendant jusqu_a_ce tant_que ne_jetez_rien n_y_touchez laissez~de_cote ne_transmettez~avant n_envoyez~avant gardez~mais preuve tribunal ne_supprimez_pas provisoirement',
  'take-along':
    'portabilite csv excel json fichier_reutilisable format_structure lisible_par_machine transferer~a transferez nouveau_coach nouveau_prestataire autre_organisme autre_prestataire exporter emporter telecharger~mes changer_d_organisme change_d_organisme',
  'stay-out':
    'je_m_oppose m_oppose opposition ne_souhaite_pas_que ne_veux_pas_que je_prefere_ne_pas n_utilisez_pas ne_pas_figurer figurer~liste liste_des_participants photo_de_groupe trombinoscope groupe_whatsapp ne_partagez_pas profilage interet_legitime mon_chef~pas statistiques',
  'no-more-post':
    'plus_de_publicite publicite* prospection demarchage arretez_de_m plus_d_appels plus_m_appeler ne_m_appelez_plus spam vos_offres brochures sollicit* commerciaux commercial',
  'off-the-list':
    'desabonn* desinscri* newsletter infolettre votre_lettre liste_de_diffusion retirez-moi me_retirer plus_recevoir ne_plus_recevoir lien_de_desinscription',
  'say-no-after-yes':
    'retire_mon_consentement retire~accord revoque* reviens_sur change_d_avis j_avais_dit_oui j_avais_signe j_avais_donne~accord j_avais_accepte maintenant_c_est_non annule~accord plus_d_accord retrait_du_consentement',
  'let-a-person-look':
    'une_machine un_ordinateur un_humain etre_humain intervention_humaine une_personne_relise quelqu_un~relise algorithme* automatis* logiciel intelligence_artificielle ia comment~score~calcule comment~calcule conteste~decision conteste_ce_classement',
  wronged:
    'fuite violation plainte cnil apd autorite_de_protection envoye_a_quelqu_un_d_autre mauvaise_personne adresses_etaient_visibles en_copie_visible sans_mon_accord sans_mon_consentement sans_me_demander a_mon_insu inadmissible inacceptable scandaleu* choque toujours_pas_de_reponse sans_reponse aucune_reponse semaines_sans en_confidence comment~sait rgpd~viol*',
  'where-does-it-go':
    'combien_de_temps duree_de_conservation qui_peut_voir qui_a_acces qui_lit mon_employeur_saura mon_employeur~verra que_faites-vous que_deviennent ou_vont ou_sont_stockees pourquoi_avez-vous_besoin base_legale delegue_a_la_protection prevenez~aussi prevenir~aussi informez~aussi transmettez~aussi confidentiel* hors_de_l_ue',
  'of-another':
    'de_nos_salaries de_mon_salarie de_mon_employe~resultats autre_participant mon_ex-mari mon_ex-femme nous_payons police enquete de_mon_mari de_ma_femme son_dossier son_rapport ses_resultats',
  'business-as-usual':
    'la_facture votre_facture notre_facture ci-joint piece_jointe votre_commande votre_reservation devis notre_politique_de_confidentialite nous_proposons audit_gratuit sous-traitance avenant merci~tout_est_regle un_client_nous notre_societe pour_information fournisseur tva',
};
