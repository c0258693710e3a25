import type { Lexicon } from './lexicon.ts';

/** Dutch, Flemish and some Drents and Frisian: `x*` begins with, `*x` ends with, `a_b` words in a row; all folded. */
export const dutch: Lexicon = {
  me: 'ik ikke ikzelf mij mijn me mn m`n mijne mien mienen mie ek meself mezelf mijzelf myn',
  you: 'jullie u uw uwe jou jouw je julie ulle ieder gij ge gulder gullie kwalipro ie',
  we: 'wij we ons onze wie',
  they: 'hij zij ze hem haar hun hen zijn_gegevens haar_gegevens diens iemands',
  someone: 'iemand men mensen personen klanten burgers consument* particulier* betrokkene betrokkenen',
  otherperson:
    'collega collega`s medewerk* werknemer* personeel* personeelslid kandidaat kandidaten sollicitant* deelnemer deelnemers deelneemster cursist* buurman buurvrouw vriend vriendin ex ex-man ex-vrouw ex-partner exman exvrouw man vrouw echtgeno* partner broer zus teamlid teamleden ondergeschikte* uitzendkracht* mijn_team',
  represents:
    'namens gemachtigd* machtiging volmacht* zoon zoontje dochter dochtertje kind kinderen kleinkind moeder vader ouders oma opa bewindvoerder mentor curator advocaat advocate clien* client* cliente erfgena* nabestaande* overleden voogd mantelzorg* pupil wettelijk_vertegenwoordig* rechtsbijstand* vertegenwoordig*',
  employer:
    'werkgever* leidinggevende* baas chef manager hr p&o personeelszaken teamleider afdelingshoofd directeur opdrachtgever arbodienst bedrijfsarts uwv hr-* teamleidster personeelsafdeling',
  authority:
    'ap autoriteit_persoonsgegevens autoriteit toezichthouder* gegevensbeschermingsautoriteit gba rechter rechtbank ombudsman geschillencommissie advocaat',
  police:
    'politie recherche vorder* justitie officier opsporing* belastingdienst inspectie fiod gemeente sociale_recherche deurwaarder incassobureau',
  want: 'wil graag wens wenst verzoek verzoekt verzoeken gaarne zou willen wilde wou verlang eis eisen hierbij wul wol gere',
  please:
    'aub alsjeblieft alstublieft svp a.u.b s.v.p graag wilt willen_jullie willen_u kunt kunnen_jullie kun kan_u kan_jij mag mogen zou_u zouden_jullie kunde kunt_u wilt_u wil_je kun_je zoudt',
  must: 'moet moeten dient dienen verplicht verplichting sommeer sommeert sommatie eis',
  neg: 'niet geen nooit niets niks nergens zonder noch geenszins nie nait nich neet',
  nomore:
    'niet_meer geen_meer nooit_meer niks_meer niets_meer niet_langer voortaan_niet geen_* nie_meer niet_nog_een_keer nergens_meer van_af',
  cond: 'als indien mocht mochten wanneer stel tenzij zodra ingeval gesteld voor_het_geval',
  whether: 'of',
  past: 'had hadden was waren heb hebt heeft werd werden gevraagd vroeg vroegen vorige vorig destijds vroeger gisteren eerder indertijd toen stuurde kreeg kregen ontving',
  already: 'al reeds inmiddels intussen ondertussen',
  settled:
    'opgelost afgehandeld afgerond geregeld gelukt in_orde ontvangen_dank bedankt_voor is_gedaan is_verwijderd zijn_verwijderd rond helemaal_goed dank_voor uitgevoerd verwerkt_dank hartelijk_dank_voor goed_aangekomen keurig netjes_geregeld prima_geregeld beantwoord',
  unneeded:
    'hoeft hoeven niet_nodig laat_maar laten_zitten hoef niet_meer_nodig vergeet_het maar_zo_laten niet_de_bedoeling trek_mijn_verzoek ingetrokken_verzoek geen_verzoek geen_inzageverzoek maak_je_geen_zorgen geen_zorgen mag_blijven mogen_blijven gewoon_blijven gerust_bewaren niet_bedoeld',
  reported:
    'zei zegt zeiden vertelde vertelt schreef las lees gelezen gehoord hoorde volgens vroeg_of vroeg_om vroeg_mij vroeg_me vroeg_iemand artikel_in nieuws krant podcast podcasts boek verhaal casus voorbeeld blog webinar presentatie toneelstuk rollenspel rollenspellen',
  general:
    'bedrijf bedrijven organisaties organisatie werkgevers in_het_algemeen algemeen wet wetgeving theorie theoretisch wettelijk scriptie studie onderzoek afstudeer* opdracht_voor_school school opleiding_hbo hbo mkb ondernemer ondernemers stel_dat wat_zegt_de_wet mag_een moet_een moeten_bedrijven hoe_zit_dat_juridisch nieuwsgierig',
  advice:
    'advies adviseren advizeren adviseur begeleiding consultancy specialist implement* audit* helpen_wij wij_helpen wij_bieden sparren review reviewen meekijken ondersteun* aanpakken_bij_ons voorbeeldbrief sjabloon template format_voor stappenplan checklist compliance avg-proof avg-check',
  offering:
    'aanbieding_voor_u korting actie gratis vrijblijvend demo kennismak* kennismaken* software oplossing pakket abonnementen partnerschap samenwerk* acquisitie wij_zijn_een bieden_wij ons_aanbod',
  thanks: 'bedankt dank dankjewel dankuwel dankje dank_je dank_u merci thx fijn prima top super tof',
  who: 'wie welke_partijen welke_organisaties welke_bedrijven welke_leveranciers met_wie aan_wie',
  what: 'wat welke welk hoeveel wat_voor',
  where: 'waar waarvandaan vandaan waaruit',
  how: 'hoe hoezo waarom waarvoor waarop op_welke_manier',
  howlong: 'hoe_lang hoelang bewaartermijn* tot_wanneer termijn termijnen hoe_lange',
  temporary:
    'voorlopig tijdelijk even zolang totdat tot_dat tot_het tot_de tot_er intussen ondertussen vooralsnog eerst voorlopig_niet hangende gedurende in_afwachting',
  now: 'nu direct onmiddellijk meteen per_direct zsm zo_snel_mogelijk vandaag binnen_een_maand spoedig ogenblikkelijk',
  again: 'nog_een_keer nog_eens opnieuw nogmaals weer kwijt kwijtgeraakt nog_es',
  stillwaiting:
    'nog_steeds_geen nog_altijd_geen geen_antwoord geen_reactie niets_gehoord niks_gehoord nooit_antwoord niet_gereageerd geen_gehoor nooit_iets_gehoord herinnering rappel weken_geleden maand_geleden maanden_geleden nog_niets nog_niks uitblijven wacht_ik',
  data: 'gegevens *gegevens data persoonsgegevens *data persoonsdata informatie info details gegeven gegevns gegvens gegeevns privegegevens klantgegevens persoonsinformatie gegevenswissing* datagegevens spullen_over',
  all: 'alles alle al_mijn al_het allemaal alle_* hele volledig* compleet complete totale overal alles_wat wat_jullie wat_u',
  file: 'dossier* klantdossier *dossier dosier* map mapje documenten stukken archief fiche steekkaart',
  report:
    'verslag* *verslag *verslagen coachverslag* rapport rapportage* *rapport eindverslag tussenrapport intake intakeformulier beoordeling* assessment* observatie* beoordelingsverslag',
  scan: 'scan scans *scan persoonlijkheidsscan* scanresult* scanuitslag* *test test testen testresult* testuitslag* uitslag uitslagen uitkomst uitkomsten resultaten resultaat vragenlijst* *vragenlijst antwoorden kernkwadrant* drijfveren* disc heyjij taylor core_values teamscan score scores ingevuld*',
  profile: 'profiel* profielen persoonlijkheidsprofiel profilering geprofileerd typering',
  certificate:
    'certificaat certificaten diploma* getuigschrift bewijs_van_deelname deelnamebewijs certifikaat certificaatje',
  notes:
    'notities aantekening* gespreksnotities krabbels opmerkingen evaluatie* *formulier evaluatieformulier* gespreksverslag* correspondentie mailwisseling logboek* loggegevens',
  name: 'naam achternaam voornaam voorletters meisjesnaam *naam geslachtsnaam roepnaam tenaamstelling initialen voornaamwoord*',
  contact:
    'mailadres* e-mailadres* emailadres* telefoonnummer* mobiel mobiele nummer 06 06-nummer 06nummer adres adresgegevens postadres huisadres woonadres contactgegevens straat huisnummer postcode woonplaats adreswijziging nummer mailadresje',
  birth:
    'geboortedatum geboren geboorteplaats geslacht leeftijd geboortejaar nationaliteit bsn functie functietitel burgerlijke_staat burgerservicenummer',
  photo:
    'foto foto`s fotos groepsfoto* video* filmpje* beeldmateriaal opname opnames camerabeeld* portret* testimonial* quote_van_mij interview referentie website_sta opgenomen gefilmd beelden geluidsopname*',
  account: 'account* inlog* profielpagina gebruikersaccount portaal portal',
  system:
    'systeem *systeem systemen sisteem bestand *bestand bestanden administratie* database* databank databestand crm computer computers server* back-up* backup* cloud registratie* *register klantenbestand adressenbestand adresboek archiefkast boeken registers mailbox',
  list: 'lijst *lijst lijsten lijstje mailinglijst* verzendlijst* mailinglist presentielijst* deelnemerslijst* adressenlijst* bellijst groepsapp whatsapp* appgroep app-groep whatsappgroep',
  newsletter:
    'nieuwsbrief* nieuwsbrieven niewsbrief* niewsbrieven nieuwbrief* mailing mailings mailinglijst* verzendlijst* maandbericht digest e-zine nieuwsmail* update-mails updates',
  ads: 'reclame* advertentie* marketing* *marketing commerciele commercieel aanbieding* promotie* acties folder folders brochure* spam spammen gespam ongevraagd* verkooppraat telemarketing acquisitiemail* uitnodigingen mailtjes_over reclamemail* promo* gespamd wervend* verkoop',
  mails:
    'mail mails mailen mailtje mailtjes e-mail e-mails email emails berichten bericht mailt gemaild appjes sms post bestook* bestoken benaderd benaderen benadert lastigvallen lastig_te_vallen gemail toesturen_van',
  call: 'bellen bel gebeld belt telefonisch telefoontje* gebel opbellen',
  invoice:
    'factuur* facturen *factuur rekening* nota creditnota factuuradres factuurgegevens boekhouding crediteur* debiteur* btw betaling* betalen betaald bedrag *bedrag incasso kosten *kosten prijs prijzen tarief tarieven declaratie* inkooporder* po-nummer bestelnummer aanmaning',
  quote:
    'offerte* *offerte aanbod *aanbod voorstel bestelling* order opdracht* contract* overeenkomst* licentie* abonnement* voorwaarden opdrachtbevestiging',
  planning:
    'planning rooster agenda afspraak afspraken boeking* reserver* reservering inschrijving* inschrijf* aanmelding* aangemeld deelname datum data_voor tijdstip dinsdag* maandag* woensdag* donderdag* vrijdag* sessie sessies bijeenkomst* plek plekken plaats wachtlijst annuler* verzetten verplaatsen groepsindeling kalender vergadering* overleg meeting teams-meeting uitnodiging',
  course:
    'training* *training cursus* *cursus workshop* opleiding* programma* module* coaching coachingstraject* traject* leergang* les lessen groep groepen masterclass themadag teamdag studiedag* intervisie webinar',
  material:
    'lesmateriaal *materiaal presentatie presentaties hand-out* handout* sheets slides cursusmap cursusboek werkboek reader syllabus powerpoint notulen bijlage bijlagen document werkblad* verbeterplan tekst pagina hoofdstuk draaiboek agendapunt concept alinea paragraaf',
  elearning:
    'leeromgeving e-learning elearning inloggen inlogproblemen wachtwoord* toegangscode wifi link linkje toegang_tot toegangspas badge parkeer* ingelogd',
  venue:
    'locatie lunch zaal parkeren parkeerplaats route bereikbaar* hotel rolstoel* lokaal catering dieet* allerg* koffie ruimte gebouw',
  orgs: 'ons_bedrijf onze_organisatie onze_klanten onze_medewerkers bv b.v stichting vof nv kvk klant leverancier leveranciers inkoop vestiging vestigingsadres kantoor bedrijfsnaam ons_kantoor onderneming onze_firma statutair handelsnaam',
  processor:
    'verwerkersovereenkomst* bewerkersovereenkomst* verwerker subverwerker* subverwerkers dpa sub-verwerker* verwerkingsregister modelcontract* geheimhoudingsverklaring nda',
  policy:
    'privacyverklaring* privacybeleid privacystatement* privacyreglement cookieverklaring cookiebeleid cookiestatement privacy-verklaring *voorwaarden gewijzigde_voorwaarden',
  law: 'avg a.v.g gdpr uavg wbp privacywet* avg-verzoek* privacyverordening verordening gegevensbescherming wettelijke_termijn maand_reageren',
  right:
    'recht rechten inzagerecht beroep_op grond_van verzoek *verzoek aanvraag wettelijk_recht privacyrecht* op_basis_van aanspraak inzageverzoek* verwijderverzoek* verwijderingsverzoek wissingsverzoek correctieverzoek*',
  privacy: 'privacy* privicy prive priveleven persoonlijke_levenssfeer vertrouwelijk*',
  dpo: 'fg functionaris privacyofficer privacy-officer dpo verantwoordelijk_voor privacycontactpersoon functionaris_gegevensbescherming verwerkingsverantwoordelijke',
  cookie: 'cookie* tracking analytics tracken volgpixel* pixel* ip-adres trackers',
  see: 'inzien inzage* inzagge inzicht zien bekijken inkijken kijken lezen meelezen inkijk ingezien inzagen_in inzageverzoek doorlezen meekijken_in zain zeen',
  know: 'weten weet kennen kennis bijgehouden vastgelegd genoteerd geregistreerd opgeslagen opslaan vastleggen registreren bijhouden staat_over staat_er bekend hebben_over hebt_over heeft_over over_mij over_me van_mij van_me hebben_liggen liggen_van sta_ik geweten wiet noteren noteert te_boek',
  have: 'hebben heeft hebt bewaren bewaart bewaard beschikken beschikt bezitten liggen ligt staan staat staon hebbe hebt_ie',
  copy: 'kopie kopietje afschrift* kopieen duplicaat exemplaar uitdraai print overzicht* copie kopij copy opsomming lijstje_van overzichtje weergave',
  send: 'stuur sturen stuurt toesturen opsturen toezenden zenden verstrek* verstrekken mailen_naar toestuur* doorsturen versturen toegestuurd toegezonden krijgen ontvangen ontvang krijg geven aanleveren verstuur mail_me mail_mij terugsturen hebben_graag overhandig*',
  requestact:
    'opvragen opvraag aanvragen vraag_op opvragging vraag opgevraagd opvraging verzoek_om verzoek_tot vraag_om dien_in indienen',
  source:
    'hoe_komen_jullie hoe_kom* hoe_kwamen hoe_kwam aan_mijn waar_hebben_jullie hoe_zijn_jullie hoe_bent_u van_wie_heb* komt_u_aan kom_je_aan komen_jullie_aan waarvandaan wie_gaf gekocht hebben_gekregen bron',
  fix: 'corriger* correctie* rectific* recttific* aanpas* aangepast verbeter* herstel* wijzig* gewijzigd bijwerk* bijgewerkt verander* veranderd updaten update actualiser* aanpaast rechtzet* recht_te_zetten vervang* goed_zetten juist_zetten omzetten wijziging* aangepaast aangepst in_plaats_van moet_zijn zou_moeten_zijn wordt_nu',
  wrong:
    'fout* onjuist* verkeerd* klopt_niet klopt_nie kloppen_niet kloppe_niet klopt kloppen incorrect* onvolledig* verouderd* achterhaald* spelfout typefout niet_waar niet_juist gespeld onwaar verkeert foutief oud oude niet_correct niet_compleet nooit_geweest nooit_gezegd ontbreekt mist bezijden nergens_op',
  add: 'aanvul* aangevuld toevoeg* toegevoegd bijvoegen toe_te_voegen erbij_zetten erbij vul_aan bijschrijven',
  moved:
    'verhuisd verhuizen verhuizing verhuis nieuw_adres nieuwe_adres nieuw_nummer nieuw_telefoonnummer nieuw_mailadres nieuwe_mailadres nieuw_e-mailadres ander_adres ander_nummer getrouwd huwelijk gescheiden scheiding hertrouwd transitie voortaan heet_nu heet_voortaan woon_nu wonen_nu adreswijziging woont voornaam_veranderd naamswijziging naamsverandering woon_inmiddels is_veranderd nieuwe_naam',
  delete:
    'verwijder* *verwijder* verweider* verwijdr* verwijdering* wissen wis wist gewist wisen wissing* gegevenswissing delete deleten gedelete gedeletet schrap* geschrapt schrappen weghalen weggehaald haal_weg vernietig* vernietiging vernietigd shredder* versnipper* uitwissen wegdoen opruimen ruim_op opschonen weggooi* gooi gooien weggegooid prullenbak papierversnipperaar haal_mij haal_me haal_mijn haal_mien haal_alles halen_uit uit_jullie uit_uw uit_het_systeem eruit eraf verdwijnen verdwijn verdwenen weg_hebben weg_is weg_zijn uut opgeschoond kwijt_wil versnipperd wegge* vergetelheid wis_alles wissing anonimiser* geanonimiseerd',
  forget: 'vergeet_mij vergeten vergeet vergeet_me nooit_bestaan niet_meer_bestaan nergens_meer_in vergeten_worden',
  close: 'sluit sluiten afsluiten opheffen opzeggen opzegging hef_op beeindig* opgeheven afgesloten dicht stopzetten',
  lock: 'beperking beperk beperken beperkte blokker* bevries* bevriez* bevroren afscherm* afgeschermd op_slot opschort* opgeschort opschorten pauze pauzeren pauzeer stilzetten stilleggen on_hold vergrendel* in_de_koelkast apart_zetten parkeer_mijn ijskast opzij_zetten stil_te_leggen aan_de_kant niet_aankomen blijf_van_af met_rust afblijven onaangeroerd bevries_alles achter_slot',
  keep: 'bewaar bewaren wel_bewaren laten_staan niet_weggooien niet_wissen niet_verwijderen niet_vernietigen laat_staan behouden behoud bewijs bewijsmateriaal rechtszaak procedure bewaard_blijven',
  use: 'gebruik* gebruikt gebruiken verwerk* verwerken verwerking inzetten benutten aangewend analyseren geanalyseerd analyse analyses doen_met doe_ermee ingezet verwerkingen',
  share:
    'delen deelt gedeeld doorgeven doorgegeven doorgeef* doorgestuurd doorgespeeld verstrekt verstrekking verkoopt verkocht verkopen uitwissel* uitgewisseld verspreid* rondgestuurd rondgaat rond_te_sturen terechtgekomen terechtkomen bij_derden derden derde_partijen ter_beschikking doorverkocht doorgespeelt meegegeven inzage_gegeven gepubliceerd publiceren gezet_op',
  transfer:
    'overdra* overdraag* overgedragen overdracht* overzetten overzet dataportabiliteit portabiliteit gegevensoverdracht* overdraagbaar* meenemen meeneem neem_mee meegeven overstap* stap_over overheve* overhevel* mee_te_nemen verhuizen_naar overplaats* overgezet migreren migratie',
  otherparty:
    'nieuwe_coach andere_coach ander_bureau andere_aanbieder nieuwe_aanbieder ander_trainingsbureau ander_bedrijf andere_partij nieuwe_werkgever andere_trainer bureau concurrent nieuwe_loopbaancoach nieuw_bureau loopbaancoach nieuwe_therapeut psycholoog andere_organisatie collega-bureau andere_dienstverlener',
  format:
    'csv json xml excel xlsx machineleesbaar* machine-leesbaar* gestructureerd* exporteer* export exporteren downloaden download bestandsformaat digitaal spreadsheet bruikbaar_formaat importeren inlezen inladen digitale_vorm formaat elektronisch* leesbaar_formaat uitleesbaar herbruikbaar gangbaar*',
  object:
    'bezwaar* bezwar* verzet_mij verzet_me tegen protest* niet_mee_eens oneens teken_bezwaar niet_akkoord maak_bezwaar maken_bezwaar aantekenen vind_het_niet_goed niet_fijn_dat niet_prettig zit_me_dwars liever_niet wil_niet_dat wil_nie_dat niet_willen niet_gediend wens_niet wil_niet',
  stop: 'stop stopt stoppen gestopt ophouden hou_op houd_op hou_eens_op ophoud* staken gestaakt kappen kap staakt houdt_op nokken genoeg klaar_mee zat ben_het_zat laat_me_met_rust geen_behoefte geen_prijs geen_interesse zit_niet_te_wachten',
  unsub:
    'uitschrijv* uitschrijf* uitgeschreven schrijf_mij_uit schrijf_me_uit afmeld* afgemeld afmeldden meld_me_af meld_mij_af afmelden unsubscribe* opt-out optout opt_out eraf uitmeld* afmeldlink* van_de_lijst van_de_mailing* haal_me_van haal_mij_van schrijf_uit opzeggen minder_mails uitschrieven deabonner*',
  consent:
    'toestemming* toestem* akkoord goedkeuring instemming ingestemd toesteming ja_gezegd vinkje handtekening permissie medewerking machtiging_gegeven aangevinkt goedgevonden',
  withdraw:
    'intrek* ingetrokken trek_in herroep* terugtrek* terugneem* terugnemen terugdraai* teruggetrokken bedacht trek bedenk bij_nader_inzien kom_terug_op terugkomen_op van_gedachten toch_niet toch_liever_niet bedacht_me',
  complain:
    'klacht* klagen klaag klagt geklaag beklag ontevreden ontstemd verontwaardigd boos woedend schandalig schandelijk onacceptabel belachelijk kwalijk geschrokken schrok onzorgvuldig* onbehoorlijk slordig ongehoord teleurgesteld verbaasd verbaasde raar vreemd kan_toch_niet mag_toch_niet niet_de_bedoeling hoe_kan_het hoe_is_het_mogelijk zomaar ongelooflijk pissig',
  breach:
    'datalek* lek gelekt lekken uitgelekt gehackt hack gestolen op_straat verkeerde_adres verkeerde_persoon verkeerde_ontvanger in_de_cc onbeveiligd* in_strijd overtreding overtreden schend* schending geschonden inbreuk onrechtmatig* misbruik* open_en_bloot voor_iedereen_zichtbaar zichtbaar_voor laten_slingeren per_ongeluk_naar bij_een_ander in_handen phishing cc bcc onveilig',
  liable:
    'aansprakelijk* schadevergoeding schade schadeclaim juridische_stappen aangifte advocaat_inschakelen stappen_ondernemen melden_bij meld_dit indienen_bij',
  refuse: 'weiger* weigering geweigerd afgewezen afwijzing niet_ingewilligd',
  automated:
    'automatisch* geautomatiseerd* automatiese algoritm* computer computers ai a.i kunstmatige robot* systeem_bepaald software_bepaald chatbot model machine computerbesluit scorebepaling rekenmodel puntensysteem',
  decide:
    'beslis* besluit* besloten oordeel* beoordeel* beoordeeld bepaald bepaalt bepalen afgewezen afwijzing selectie score geselecteerd uitgerold ingedeeld indeling gekozen afgevallen',
  human:
    'mens mensen menselijk* iemand_van_vlees echt_persoon echt_iemand iemand_naar persoon levend* een_echte trainer_zelf mensenogen iemand_er_nog herbeoordeling opnieuw_beoordelen opnieuw_bekeken opnieuw_laten vlees_en_bloed herzien heroverweg*',
  logic:
    'logica onderliggende_logica hoe_komt_het hoe_werkt redenering uitleg leg_uit uitleggen achterliggende weging wegingsfactoren tot_stand',
  recipient:
    'ontvanger* derden partijen partners leveranciers heyjij taylor_protocols taylor boekhouder accountant hostingpartij ict-partij partnerbedrijven boekhoudkantoor drukker ict',
  inform:
    'informeer* geinformeerd op_de_hoogte laat_weten doorgegeven gemeld melden meegedeeld verwittig* doorgeven_aan ingelicht laat_dat_weten zorg_dat',
  secure:
    'veilig* beveilig* beveiligd versleutel* encrypt* servers buiten_europa buiten_de_eu amerika opgeslagen_in datacenter vs europa gehost bewaartermijn*',
  basis:
    'grondslag* rechtsgrond wettelijke_basis gerechtvaardigd_belang doel doeleinde* waarvoor met_welk_doel doeleinden',
  need: 'nodig_hebben nodig nodig_van hebben_jullie_nodig nodig_voor moeten_jullie_hebben',
  attached: 'bijgevoegd bijgaand ingesloten in_de_bijlage zie_bijlage hierbij_mijn',
  ill: 'ziek griep koorts verhinderd ziekte',
  trainerwork: 'trainer trainers coach docent* begeleider gespreksleider',
  marketingstop:
    'niet_meer_mailen niet_meer_benader* niet_meer_bellen niet_meer_gebeld geen_reclame geen_mail geen_mails geen_mailtjes geen_nieuwsbrief* geen_aanbiedingen stop_met_mailen',
};
