import type { Lexicon } from './lexicon.ts';

/** More Dutch words for the concepts of `nl.ts`, and concepts for what mails talk of besides rights; written by class of meaning. */
export const moreDutch: Lexicon = {
  see: 'inzien inkijk* nakijk* naslaan doornemen doorspit* doorblader* nazien blik_werpen onder_ogen getoond tonen toon_mij terugzien terugkijk* terugluister* beluister* uitlezen nalezen teruglezen inziet bekijk bekeken zie_ik_graag laten_zien kennisnemen kennis_nemen kennisname kennisneming doorgelezen meelezen',
  have: 'bezit bezitten beheer* beheert aanhoud* bijhoudt bijhouden houden_bij houdt_bij houd_bij vastgehouden vasthoud* opslag archiver* gearchiveerd opgeborgen opbergen berust berusten rust_bij rusten_bij bewaring aanwezig_bij in_bezit verzameld verzamel* vergaard vergaren bewaarde heb_je_van hebben_van heeft_van gehouden achtergebleven rondzwerven rondslinger* zwerft zwerven',
  know: 'opgeschreven neergeschreven neergelegd aangetekend ingevoerd ingeboekt geboekstaafd geadministreerd gearchiveerd gedocumenteerd gelogd bijgeschreven opgetekend vermeld vermeldt vermelding getypt uitgetypt gemeld bekend_over afweten weet_van',
  copy: 'kopieer kopieert dupliceren duplicaten afdruk afdrukken geprint uitprint* uitgeprint fotokopie weergeven opgave uittreksel transcript transcriptie inventaris* samenvatting totaaloverzicht overzichten specificatie opsomming_van lijst_van',
  send: 'opgestuurd verstuurd bezorg bezorgen aangeleverd overmaken overleggen verschaffen verschaf bemachtig* toekomen doe_toekomen leveren lever aanreiken reik overdragen geven_aan mee_te_geven terugkrijgen terughebben terug_hebben zend zendt mailtje_met_mijn afhalen ophalen_van_mijn toezending uitreiken',
  fix: 'gecorrigeerd corrigeer* corrigeren rectificeer* aanpassing* aanpassen bijstell* bijgesteld bijstel* herzien herzie herziening hersteld verbeterd gewijzigde juist_maken kloppend correct_vermeld recht_trekken rechttrek* rechtgezet ombouwen omzet vervangen vervang aanpast bijwerking actueel up-to-date up_to_date juiste_gegevens correcte_gegevens wijzigen muteren mutatie herschrijf* overschrijv* veranderen',
  wrong:
    'abuis abusievelijk vergissing* vergist mis misgegaan ernaast naast_zit verwisseld verwissel* omgewisseld door_elkaar_gehaald slordig* onzin flauwekul verzinsel* verzonnen verdraaid* vertekend eenzijdig* misleidend onterecht onjuiste onzuiver ongeldig bestaat_niet_meer niet_actueel niet_up gedateerd stamt_uit niet_volledig incompleet halve hiaat gat ontbrekend* ontbreken missen verkeerde foute tikfout* schrijffout* typefout* strookt_niet niet_overeen komt_niet_overeen incorrecte niet_gezegd nooit_gedaan mispast vervangen_door',
  add: 'aanvulling* voeg_toe opnemen_in bijsluit* bijlage_bij annot* kanttekening* bijschrijf* toevoeging* opname_van mijn_verklaring mijn_reactie mijn_zienswijze zienswijze mijn_visie kanttekeningen naschrift bijvoeg* invoegen',
  moved:
    'verhuisde verhuist nieuwe_woning intrek adreswissel* naamwijzig* achternaam_gewijzigd trouwen trouwde scheidde gehuwd ongehuwd weduwe weduwnaar geslachtsverander* naam_aangenomen roepnaam_nu heet_sinds heet_inmiddels voornamen_nu overgestapt ander_telefoonnummer ander_e-mailadres ander_banknummer nieuwe_werkgever andere_werkgever nieuwe_functie veranderde_van functiewijzig* oude_mail oude_nummer oude_e-mailadres opgezegd_nummer',
  delete:
    'elimin* ontdoe* ontdoen uitveg* uitgom* uitvlak* doorstreep* opdoek* opgedoekt opheffen opgeheven leeggooi* leegmaak* leeghalen leeggemaakt schoonveeg* schoonmaken_van verbrand* verscheur* purge* afvoeren vaarwel wegdoen weggedaan wegmoffel* verwijst_uit verwijderd verwijdert verwijder verwijderen verwijderverzoek opschon* opruimt opgeruimd kieper* mieter* flikker* deponeer afscheid_van afstand_doen uitwis* uitgewist gedumpt dumpen kliko container oud_papier eruit_halen eruit_gooien uithalen uitgehaald eraf_halen afgehaald verdwijnt opgeschoond wegwerken wegpoetsen uitpoetsen ongedaan formatteer* unlink ontkoppel* loskoppel* opzeggen_account',
  forget:
    'vergeet_mij vergeten_te_worden vergeten_worden niet_meer_bestaan nooit_bestaan nooit_geweest uit_het_geheugen uitgeschreven_en_weg',
  lock: 'bevries* bevroren bevriezing afscherm* afgeschermd afscherming blokkeer* geblokkeerd blokker* blokkade vergrendel* stilzet* stilgezet stilleg* stilgelegd on_hold opschort* opgeschort opschorting pauzeer* gepauzeerd pauze afgrendel* achter_slot op_slot niet_aankomen aankomen afblijven in_de_wacht wachtstand ijskast in_quarantaine apart_zetten apart_leggen opzij_zetten opzij_leggen ter_zijde terzijde ongemoeid met_rust_laten ongebruikt verzegel* bevriest stopzetten_van beperk beperken beperkt beperking* beperkte_verwerking gereserveerd_houden onaangeroerd onaangeraakt vastzetten inactief on-hold onder_embargo',
  keep: 'bewaar bewaart bewaren bewaard behoud* laat_staan laten_staan aanhouden niet_weggooien niet_wissen niet_verwijderen vasthouden laten_liggen laat_liggen',
  use: 'gebruik* benut* inzet inzetten ingezet verwerk* verwerking aanwend* aangewend toepass* doeleinde* hergebruik* exploit* analys* analyseren uitbuit* vergelijk* combineer* koppel* gekoppeld raadpleeg* raadpleg* geraadpleegd',
  share:
    'delen deel gedeeld deelt doorgeven doorgegeven doorspeel* doorgespeeld verspreid* verspreiden rondgestuurd rondsturen doorverkop* doorverkocht verkocht openbaar* gepubliceerd publicer* publiceren publicatie bekendgemaakt bekendmaken uitgelekt doorverteld vertellen_aan laten_zien_aan uitgewisseld uitwissel* gemeen',
  transfer:
    'overdraag* overdrag* overgedragen overdracht overzet* overgezet overhevel* overgeheveld meenemen meegeven meeneem* migrer* migratie overstap* overstappen exporteer* export exporter* doorgeleid doorgeleiden porteer* overdraagbaar* verhuisservice rechtstreeks_naar direct_naar door_naar',
  otherparty:
    'nieuwe_coach andere_coach nieuwe_opleider andere_opleider ander_bureau nieuw_bureau andere_aanbieder nieuwe_aanbieder concurrent collega-bureau andere_partij nieuwe_trainer loopbaanadviseur loopbaancoach nieuwe_loopbaancoach psycholoog therapeut arbodeskundige nieuwe_begeleider opvolger',
  format:
    'csv xml json excel spreadsheet rekenblad machineleesbaar* leesbaar_formaat bestandsformaat bestandje formaat digitaal_bestand downloadbaar download* gestructureerd* gangbaar* elektronisch* importeer* inlezen inladen zip usb usb-stick stick xls xlsx tabel_formaat',
  object:
    'bezwaar* bezwaren maak_bezwaar protesteer* protest tegenstand verzet_tegen verzet_mij verzet_me tegen_het_gebruik tegen_de_verwerking niet_akkoord oneens niet_mee_eens geen_prijs gediend_van niet_gediend niet_willen wil_niet wens_niet liever_niet liever_geen ongewenst tegenzin hekel pertinent weiger afwijzen wijs_af bedank_ervoor stuit_me stuit_mij tegen_de_borst niet_op_mijn_plaats niet_meedoen doe_niet_mee niet_meer_meedoen buiten_laten erbuiten_laten erbuiten',
  stop: 'stoppen stop stopt gestopt ophouden houd_op hou_op staak staken gestaakt beeindig* beeindigen eindig* afkappen kappen afzien nalaten laat_na onthouden afgelopen basta genoeg schei_uit uitscheiden stopgezet stopzet* halt einde_aan',
  unsub:
    'uitschrijf* uitschrijven schrijf_mij_uit schrijf_me_uit afmeld* afmelden afgemeld meld_mij_af meld_me_af uitgeschreven opzeggen opgezegd zeg_op unsubscribe* uittekenen afbestel* deabonneer* abonnement_stop van_de_lijst uit_de_lijst van_de_mailing schrap_van afvoeren_van',
  consent:
    'toestemming* permissie instemming ingestemd instem* akkoordverklaring vinkje aangevinkt aanvinken getekend_voor handtekening_voor akkoord_gegeven goedkeuring goedgevonden goedvinden vrijwaring quitclaim toezegging toegezegd ja_gezegd mijn_ja fiat meegewerkt deelname_aan_onderzoek',
  withdraw:
    'intrek* trek_in ingetrokken herroep* herroepen terugneem* terugnemen neem_terug teruggenomen terugkom* kom_terug_op kom_ik_terug bedacht bij_nader_inzien bij_nader_overleg spijt geen_zin_meer van_gedachten veranderd_van bedenk ongedaan_maken vervallen annuleer_mijn_toestemming niet_meer_akkoord terugdraai* opzeggen_van geldt_niet_meer niet_langer_geldig doorhal*',
  complain:
    'klacht* *klacht *klachten privacyklacht* avg-klacht* klagen klaag beklag beklagen schandalig* schande belachelijk ongehoord ongepast onbehoorlijk onacceptabel ontoelaatbaar onbegrijpelijk onvoorstelbaar verbijster* verontwaardig* verbolgen geschrokken schrok boos woedend razend pissig kwaad teleurgesteld ontevreden ongerust bezorgd_over ongemakkelijk onprettig naar_gevoel vervelend kwalijk blunder stomverbaasd verbaasd verbaasde verbazing vreemd raar gek_eigenlijk niet_door_de_beugel slordigheid onzorgvuldig* onverantwoord* wanstaltig laks nalatig* geschonden vertrouwensbreuk misbruikt gepikeerd ergernis erger_me stoort',
  breach:
    'datalek* lek lekken gelekt uitgelekt inbreuk* hack* gehackt gestolen diefstal verloren_usb kwijtgeraakte in_verkeerde_handen verkeerde_handen onbevoegd* onbeveiligd* onversleuteld zonder_wachtwoord open_en_bloot op_straat iedereen_kon iedereen_kan voor_iedereen zichtbaar_voor zichtbare_adressen in_de_cc cc bcc meegelezen meegeluisterd rondgaan gingen_rond rondgemaild andermans verkeerde_persoon verkeerde_bijlage niet_voor_mij_bestemd bij_het_oud_papier in_de_trein_laten phishing* nepmail* ransomware laten_liggen_in openlijk publiekelijk hardop voorgelezen te_lezen_voor',
  liable:
    'aansprakelijk* schade* schadevergoeding schadeclaim smartengeld rechtszaak procedure juridische_stappen ingebrekestelling melding_doen melden_bij aangifte dagvaard* jurist',
  refuse:
    'weiger* geweigerd afgewezen afwijz* afgewimpeld wimpel* afgepoeierd genegeerd negeer* afgescheept nul_op_het_rekest',
  automated:
    'automatisch* geautomatiseerd* automaat algoritm* computer* software_heeft programma_heeft machine machinaal robot* bot ai a.i kunstmatige_intelligentie model rekenmodel scoringsmodel score-systeem systeem_heeft systeem_bepaald* systeem_besl* selectietool tool_heeft formule puntensysteem drempel* uitgerold rolde_eruit chatbot',
  decide:
    'beslis* beslist besloten besluit* beoordeeld beoordeel* bepaald bepaalt afgewezen afwijzing afgevallen uitgeselecteerd selectie selecteer* geselecteerd uitgekozen niet_toegelaten toelating* geplaatst ingedeeld indeling uitgesloten ongeschikt geschikt_bevonden gerangschikt rangschik* gewogen goedgekeurd afgekeurd advies_gekregen uitgerekend oordeel*',
  human:
    'mens mensen_kijken echt_iemand echt_mens levend_persoon iemand_van_vlees handmatig* persoonlijk_bekijk* persoonlijk_beoordeel* medemens menselijk* persoon_die mens_van mensenogen heroverweeg* herbeoordeel* herbeoordeling heroverwegen opnieuw_beoordel* opnieuw_bekijk* nog_eens_bekijk* zelf_naar_kijkt iemand_naar_kijkt iemand_ernaar tweede_blik overdoen',
  logic:
    'logica uitleg uitleggen leg_uit verklaring_waarom toelicht* toelichting criteria criterium weging gewogen hoe_werkt hoe_komt_het onderbouw* motiver* motivering achterliggend* redenering beweegreden',
  recipient:
    'ontvanger* derden derde_partij derde_partijen leveranciers_die partijen_die partners instanties afnemer* testbureau uitgever samenwerkingspartner* boekhouder accountant hostingpartij externe_partij externe_partijen doorgifte',
  inform:
    'informeer informeren geinformeerd op_de_hoogte verwittig* inlicht* ingelicht doorgeef medegedeeld mededeling laten_weten_aan bericht_aan doorzeggen',
  secure:
    'beveilig* veilig* versleutel* encrypt* datacenter* amerika* buiten_europa buiten_de_eu servers_staan waar_staan gehost hosting wachtwoordbeveilig* afgeschermde toegang_heeft wie_kan_erbij wie_kan_bij wie_kunnen_bij autorisatie*',
  basis:
    'grondslag* rechtsgrond* gerechtvaardigd_belang waarom_vragen waarom_moet waarvoor_is waarvoor_gebruik* doel_van met_welk_doel welk_doel noodzaak* noodzakelijk nut_van',
  howlong:
    'hoelang bewaarperiode bewaarduur hoeveel_jaar hoe_veel_jaar tot_wanneer na_hoeveel vernietigingstermijn jaren_bewaren zeven_jaar wanneer_worden wanneer_verdwijn* hoeveel_tijd',
  source:
    'herkomst oorsprong afkomstig vandaan_gehaald vandaan_hebben gehaald_hebben aan_gekomen aan_gegeven getipt hoe_weten_jullie hoe_weet_u hoe_weet_je hoe_kennen wie_heeft_jullie wie_heeft_u adreshandel* gegevenshandel* opgedoken vandaan_komt',
  newsletter:
    'nieuwsflits nieuwsupdate nieuwtjes weekbericht kwartaalbericht kwartaalblad e-nieuws nieuwsbulletin inspiratiemail inspiratiemails blogmail tipmail tips_per_mail seizoensmail kerstkaart* uitnodiging_voor_events relatiemagazine magazine',
  ads: 'verkoopmail* verkoopverhaal aanprijz* aangeprezen commercie kortingsactie* kortingscode* kortingsmail* lokkertje* advertentiemail* doelgroep* targeting retargeting remarketing salesmail* sales salesteam salesgesprek* belronde colportage warm_houden lead leads funnel',
  mails:
    'mailverkeer mailbombardement bombardeer* bombarderen berichtjes app_van appjes geappt sms_van sms`jes brievenpost drukwerk volgestouwd volle_inbox inbox postvak brievenbus',
  call: 'telefoontjes gebeld opgebeld belletje belletjes aan_de_lijn aan_de_telefoon nabel* belteam voicemail rinkel*',
  profile:
    'profileer* profielschets karakterschets typologie etiket etiketten stempel hokje hokjes label_op gelabeld doelgroepprofiel segment* klantsegment voorspel* scoreprofiel kleurprofiel kleuren persoonlijkheidskleur*',
  account:
    'aanmeldaccount gebruikersnaam gebruikersaccounts mijn_omgeving persoonlijke_omgeving klantaccount klantportaal leeromgeving_account registratie_op_de_site profieltje',
  photo:
    'kiekje* portretfoto* pasfoto* profielfoto* afbeelding* fotoreportage fotoserie sfeerbeeld* beeldopname* videoverslag videoboodschap aftermovie podcastopname stem_op stemopname camera-opname* selfie* quote citaat uitspraak_van_mij ervaringsverhaal klantverhaal aanbeveling review_van_mij',
  notes:
    'kladje kladjes schriftje kladblok memo memo`s notitie notitieblok potlood bijschrift kanttekening gespreksverslagen logje contactverslag* belnotitie* contacthistorie mailgeschiedenis correspondenties brieven_over reflectie* logboekje feedbackformulier* vragenformulier*',
  report:
    'adviesrapport* testrapport* assessmentrapport* loopbaanadvies* eindrapport* evaluatierapport* ontwikkelplan* pop persoonlijk_ontwikkelingsplan voortgangsverslag* observaties observatieverslag* functioneringsverslag* beoordeling bevindingen conclusies terugkoppeling* terugrapport* rapporten',
  scan: 'assessmentuitslag capaciteitentest* iq-test loopbaantest* beroepentest* kleurentest* motivatietest* competentietest* competentiescan* talentenscan talentscan 360 360-graden 360-feedback vragenlijsten ingevulde zelftest meting nulmeting scorelijst puntenlijst',
  system:
    'klantsysteem relatiebeheer relatiebestand adressensysteem planningssysteem leerlingvolgsysteem volgsysteem personeelssysteem kast archiefkast ladekast la lade ladekastje schijf harde_schijf gedeelde_map netwerkschijf gedeelde_schijf onedrive sharepoint dropbox google_drive telefoon_van_de adresboekje contactenlijst relatielijst',
  list: 'adreslijst* contactlijst* namenlijst* naamlijst* aanwezigheidslijst* groepslijst* intekenlijst wachtlijsten verjaardagslijst* maillijst* maillijsten bellijst* ranglijst* deelnemersoverzicht kerstkaartenlijst uitnodigingslijst genodigdenlijst',
  law: 'avg-recht* privacyrecht verordening_2016 2016/679 eu-recht wettelijk_verplicht wettelijke_grond wettelijke_plicht dertig_dagen binnen_dertig binnen_een_maand',
  right:
    'inzagerecht vergeetrecht recht_op recht_heb recht_heeft mijn_rechten dataportabiliteit verzetsrecht correctierecht',
  who: 'wie_er wie_allemaal welke_collega`s welke_mensen welke_medewerkers welke_trainers wie_hebben wie_mogen wie_heeft_er',
  nomore:
    'nooit_meer niet_meer nimmer geen_enkele_keer nooit_meer_iets niets_meer_van verschoond gevrijwaard_van niet_langer dit_keer_niet voortaan_niet_meer voorgoed definitief_niet',
  temporary:
    'zo_lang voor_zolang in_de_tussentijd tussentijds hangende_het hangende_mijn tot_nader_order tot_duidelijk tot_uitgezocht tot_er_uitsluitsel uitsluitsel totdat_de_rechter in_afwachting_van even_niet eventjes tot_na nog_even zolang_dit zolang_het',
  settled:
    'afgehandelde in_kannen kannen_en_kruiken klaar_ermee is_geregeld was_geregeld al_geregeld al_gedaan al_opgelost al_ontvangen heb_ontvangen heb_gekregen is_binnen goed_ontvangen kan_dicht mag_dicht afsluiten kunnen_sluiten gesloten afgewikkeld rechtgezet_dank inmiddels_gevonden teruggevonden weer_gevonden gevonden_dank is_terecht al_weg al_verwijderd reeds_verwijderd reeds_verwerkt snelle_reactie snelle_afhandeling vlotte_afhandeling',
  unneeded:
    'niet_nodig overbodig onnodig hoeft_niet hoeven_niet hoef_niet doe_geen_moeite geen_actie geen_actie_nodig niets_te_doen hoef_je_niets hoeft_u_niets vergeet_mijn_mail vergeet_mijn_vorige negeer_mijn beschouw_mijn_mail_als niet_verzonden intrekken_van_mijn_verzoek verzoek_intrekken verzoek_ingetrokken verzoek_vervalt vervalt_hiermee bij_nader_inzien_niet toch_niet toch_maar_niet geen_bezwaar geen_enkel_bezwaar geen_probleem vind_het_prima vind_het_goed helemaal_goed_zo niet_serieus niet_als_verzoek geen_formeel niets_wijzigen niet_wijzigen ongewijzigd laat_alles houd_alles hou_alles',
  reported:
    'kreeg_een_verzoek kregen_een_verzoek ontvingen_een ontving_een_verzoek klant_van_ons klant_vraagt klant_wil client_wil patient huurder leerling ouder_van burger_vraagt iemand_vroeg iemand_vraagt iemand_wil stel_iemand mijn_buurman_zei werd_verteld uitzending aflevering televisie tv radio documentaire krantenartikel nieuwsbericht kop column interview_met uitspraak_van_de rechtszaak_over jurisprudentie',
  general:
    'theoretisch hypothetisch principevraag stelling discussie debat wetsartikel wetsartikelen handboek leerboek lesboek syllabus college hoorcollege tentamen examenvraag examenstof werkstuk profielwerkstuk paper essay enquete interviewvragen docent hogeschool universiteit student studenten stagiair* begrip definitie betekent_dat wat_betekent wat_is_het_verschil in_theorie in_de_regel doorgaans meestal_bij vereniging kerk sportclub voetbalclub zzp zzp`er branche brancheorganisatie',
  joke: 'haha hahaha hihi grapje geintje grap gekheid knipoog smiley lol humor ironi* gekscherend ha_ha lachen moppen mop flauw',
  exercise:
    'rollenspel rollenspellen oefening* oefencasus casus casussen casuistiek oefenvraag oefenvragen acteur trainingsacteur scene script scenario draaiboek simulatie quiz quizvraag fictief fictieve verzonnen_voorbeeld voorbeeldvraag voorbeeldcasus voorbeeldzin invuloefening werkvorm* opdracht_3 opdracht_4 dialoog toneel sketch voorleesverhaal personage roman hoofdpersoon hoofdstuk_3',
  elsewhere:
    'huisarts* tandarts* ziekenhuis* specialist zorgverzekeraar* verzekeraar* bank banken hypotheek* notaris makelaar* woningcorporatie* verhuurder* huurbaas webshop* webwinkel* bol.com marktplaats linkedin facebook instagram google whatsapp tiktok netflix ziggo kpn sportschool* fitnessclub bibliotheek* gemeentehuis burgerzaken rdw digid duo svb ggd uitzendbureau* vakbond pensioenfonds* apotheek* energieleverancier* energiebedrijf autobedrijf garage reisbureau* reisorganisatie* vliegmaatschappij hotel_waar luchthaven kinderopvang basisschool middelbare_school creche voetbalvereniging datingsite postnl dhl thuiszorg zorginstelling* fysiotherapeut* psychiater ggz kliniek opticien datingapp bol coolblue albert_heijn supermarkt ns ov-chipkaart belastingaangifte incassobureaus',
  theirsystem:
    'ons_systeem onze_administratie onze_database ons_crm ons_klantenbestand onze_website onze_server onze_app onze_software ons_intranet onze_nieuwsbrief onze_privacyverklaring onze_afdeling ons_team ons_archief onze_leerlingen onze_patienten onze_huurders onze_leden onze_bewoners onze_gasten onze_cursisten onze_zijde onze_kant ons_personeel onze_mensen onze_leidinggevenden onze_managers',
  tech: 'laptop laptops printer beamer scherm toetsenbord muis usb-kabel verlengsnoer hdmi software-update release releasenotes bug bugs ticket tickets api code broncode repository script_draait query tabel kolom veld velden testomgeving acceptatie productie-omgeving migratieplan back-end plugin wordpress hostingpakket domein domeinnaam certificaat_verloopt ssl dns koppeling import sql ontwikkelaar* developer* systeembeheer* ict ict-afdeling it-afdeling helpdesk licenties office365 office_365 excelbestand formule_in',
  health:
    'ziek ziekte ziekmelding burn-out burnout operatie knie rug zwanger* bevalling zwangerschap* herstel_van diagnose medicijn* allergie therapie behandeling psychisch* depressie overspannen verzuim re-integratie arbeidsongeschikt* handicap beperking_heb blind slechtziend doof rolstoel',
  logistics:
    'lunch broodjes soep koffie thee taart borrel buffet diner vegetarisch* glutenvrij* hotelkamer kamer kamers overnachting parkeergarage trein station bus taxi route routebeschrijving ingang receptie sleutel sleutels zaalhuur opstelling tafels stoelen flip-over flipover whiteboard stiften schilder* schoonmak* planten verwarming airco lift verbouwing pand',
  hiring:
    'vacature* solliciteer* solliciteren sollicitatie* sollicitatiegesprek* cv motivatiebrief kandidaten werving recruit* headhunter* assessmentbureau functieprofiel salaris* arbeidscontract proeftijd arbeidsvoorwaarden detachering uitzend* freelance zzp-opdracht opdracht_voor_u tarief_per_dag',
  exposure:
    'kantine prikbord muur scherm_in kopieerapparaat printer_lag koffieautomaat balie receptie_lag groepsapp_gezet hele_groep hele_team hele_afdeling iedereen_in alle_deelnemers alle_ontvangers alle_collega`s voor_de_groep in_de_groep op_facebook op_linkedin op_instagram op_youtube op_internet op_google googel* google_mijn zoekmachine zoekresultaat* vindbaar online_staat homepage voorpagina folderomslag',
  approval:
    'akkoord prima_zo is_goed goed_zo in_orde ga_akkoord mee_eens eens_met geen_bezwaar_tegen uitstekend ok oke okay mag_gewoon mogen_gewoon graag_zelfs met_plezier vind_ik_leuk blij_mee trots_op',
  askback:
    'klopt_dat is_dat_zo weet_jij weet_u weten_jullie hebben_jullie hebt_u heeft_u heb_jij is_er_nog zijn_er_nog bestaat_er bestaan_er valt_er kan_dat mag_dat hoe_zit_dat hoe_zit_het hoe_werkt_dat wat_gebeurt wat_doen_jullie wat_doet_u wat_wordt_er waarom_hebben waarom_heeft waarom_staat',
  firstname:
    'jan piet kees henk gert gerrit wim willem hans peter paul mark marc erik eric rob robert bas bart tom tim thomas jeroen joris maarten martijn michel michiel patrick sander stefan vincent wouter rik rick ron ruud sjoerd harm arjan arjen dirk daan lars luuk bram thijs koen niels joost frank fred theo ton cor leo anna anne anja annemarie annelies els ellen esther eva femke fenna fleur gerda hanneke heleen ilse inge ingrid irene jolanda joke judith karin kim laura lies linda lisa lotte maaike manon margriet maria marjan marieke marijke marit marleen marloes mieke miriam monique nienke petra renate roos sandra sanne sara sarah saskia silvia sofie tessa tineke truus wilma yvonne jip noor mohamed mohammed fatima ahmed aisha youssef samira',
  month:
    'januari februari maart april mei juni juli augustus september oktober november december lente voorjaar zomer herfst najaar winter kerst pasen carnaval',
  weekday:
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend morgen vanmiddag vanavond overmorgen ochtend middag avond',
  pastevent:
    'indertijd destijds toentertijd ooit vroeger jaren_geleden lang_geleden een_tijd_terug tijdje_terug vorig_jaar vorige_maand vorig_voorjaar vorig_najaar afgelopen_jaar afgelopen_maand sinds_die_tijd heb_gevolgd heb_gedaan had_gevolgd deelgenomen meegedaan bij_jullie_was bij_u_was bij_jullie_geweest oud-deelnemer oud-cursist oud-klant ex-cursist ex-klant',
  bythe_way:
    'overigens trouwens o_ja oh_ja ps p.s nog_iets nog_een_ding nog_wat iets_anders tussendoor nu_ik_toch bovendien daarnaast verder_nog tot_slot en_dan en_oh nog_even_dit',
};
