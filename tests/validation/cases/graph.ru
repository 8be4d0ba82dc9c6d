# Breakages of graph.ttl, as SPARQL updates; the comment above each is the message that must come.
# To add one: a comment line with the sh:message of the constraint, the update below it, an empty line between.
# Prefixes are those of graph.ttl.

# A document has a property that the ontology does not give it.
INSERT DATA { d:doc kg:unheardOf 1 }

# A claim has a property that the ontology does not give it.
INSERT DATA { d:claim kg:unheardOf 1 }

# A mention has a property that the ontology does not give it.
INSERT DATA { d:mention kg:unheardOf 1 }

# An event mention has a property that the ontology does not give it.
INSERT DATA { d:capture kg:unheardOf 1 }

# A relation has a property that the ontology does not give it.
INSERT DATA { d:relation kg:unheardOf 1 }

# A measurement has a property that the ontology does not give it.
INSERT DATA { d:measurement kg:unheardOf 1 }

# A problem has a property that the ontology does not give it.
INSERT DATA { d:problem kg:unheardOf 1 }

# An interval has a property that the ontology does not give it.
INSERT DATA { d:days kg:unheardOf 1 }

# An event has a property that the ontology does not give it.
INSERT DATA { d:event kg:unheardOf 1 }

# A situation has a property that the ontology does not give it.
INSERT DATA { d:control kg:unheardOf 1 }

# A contradiction has a property that the ontology does not give it.
INSERT DATA { d:contradiction kg:unheardOf 1 }

# A presumption has a property that the ontology does not give it.
INSERT DATA { d:presumption kg:unheardOf 1 }

# A decision has a property that the ontology does not give it.
INSERT DATA { d:judgement kg:unheardOf 1 }

# A document has exactly one identifier.
DELETE WHERE { d:doc dcterms:identifier ?x }

# A document has exactly one label.
INSERT DATA { d:doc rdfs:label "other" }

# A document has exactly one publisher, an actor.
DELETE { d:doc kg:publisher ?x } INSERT { d:doc kg:publisher d:town } WHERE { d:doc kg:publisher ?x }

# A document has at most one date: a day, a month or a year.
DELETE { d:doc kg:date ?x } INSERT { d:doc kg:date "May 2024" } WHERE { d:doc kg:date ?x }

# The basis of a date is metadata, header, dateline or inferred.
DELETE { d:doc kg:dateBasis ?x } INSERT { d:doc kg:dateBasis "guess" } WHERE { d:doc kg:dateBasis ?x }

# The evidence of a date is one stretch of text.
DELETE { d:doc kg:dateEvidence ?x } INSERT { d:doc kg:dateEvidence d:town } WHERE { d:doc kg:dateEvidence ?x }

# A document has at most one language.
INSERT DATA { d:doc dcterms:language "fr" }

# A document has the SHA-256 of its text.
DELETE { d:doc kg:textHash ?x } INSERT { d:doc kg:textHash "abc" } WHERE { d:doc kg:textHash ?x }

# A document has a sketch of its text.
DELETE { d:doc kg:textSketch ?x } INSERT { d:doc kg:textSketch "0123" } WHERE { d:doc kg:textSketch ?x }

# A document says which program read it.
DELETE WHERE { d:doc kg:extractedWith ?x }

# The authors of a document are one text.
INSERT DATA { d:doc dcterms:creator "A. Writer", "B. Writer" }

# The hash of a source is one SHA-256.
INSERT DATA { d:doc kg:sourceHash "abc" }

# A document comes from one place.
INSERT DATA { d:doc kg:origin "a.html", "b.html" }

# A document was read by one reader.
INSERT DATA { d:doc kg:readBy "text", "HTML" }

# A source was fetched on one day, or at one time of it.
INSERT DATA { d:doc kg:retrieved "yesterday" }

# Where there is a basis of a date there is a date.
DELETE WHERE { d:doc kg:date ?x }

# Evidence stands in exactly one document.
DELETE WHERE { d:ev oa:hasSource ?x }

# Evidence has exactly one quote.
DELETE WHERE { d:quote oa:exact ?x }

# Evidence has exactly one position.
DELETE WHERE { d:position oa:start ?x }

# Evidence begins on one page, counted from 1.
INSERT DATA { d:ev kg:page 0 }

# A quote has words.
DELETE { d:quote oa:exact ?x } INSERT { d:quote oa:exact "" } WHERE { d:quote oa:exact ?x }

# A quote has the text before it.
DELETE WHERE { d:quote oa:prefix ?x }

# A quote has the text after it.
DELETE WHERE { d:quote oa:suffix ?x }

# A position starts at a character of the text.
DELETE { d:position oa:start ?x } INSERT { d:position oa:start -1 } WHERE { d:position oa:start ?x }

# A position ends at a character of the text.
DELETE WHERE { d:position oa:end ?x }

# A position ends after it starts.
DELETE { d:position oa:start ?x } INSERT { d:position oa:start 22 } WHERE { d:position oa:start ?x }

# A claim stands in exactly one document.
DELETE WHERE { d:claim kg:document ?x }

# A mention stands in exactly one document.
DELETE WHERE { d:mention kg:document ?x }

# An event mention stands in exactly one document.
DELETE WHERE { d:capture kg:document ?x }

# A relation stands in exactly one document.
DELETE WHERE { d:relation kg:document ?x }

# A measurement stands in exactly one document.
DELETE WHERE { d:measurement kg:document ?x }

# A problem stands in exactly one document.
DELETE WHERE { d:problem kg:document ?x }

# A claim has exactly one publisher, an actor.
DELETE WHERE { d:claim kg:publisher ?x }

# A claim has exactly one claimant.
INSERT DATA { d:claim kg:claimant d:rebels }

# A claimant is an actor, a country or a document of law.
DELETE { d:claim kg:claimant ?x } INSERT { d:claim kg:claimant d:town } WHERE { d:claim kg:claimant ?x }

# A claim is relayed by an actor.
DELETE { d:claim kg:via ?x } INSERT { d:claim kg:via d:town } WHERE { d:claim kg:via ?x }

# A claim has exactly one kind, of those the ontology lists.
DELETE { d:claim kg:claimKind ?x } INSERT { d:claim kg:claimKind "sings" } WHERE { d:claim kg:claimKind ?x }

# A claim is either affirmed or negated.
INSERT DATA { d:claim kg:polarity "negated" }

# A claim has exactly one modality: actual, planned, possible, demanded or denied.
DELETE WHERE { d:claim kg:modality ?x }

# A claim is withheld or not.
DELETE { d:claim kg:withheld ?x } INSERT { d:claim kg:withheld "perhaps" } WHERE { d:claim kg:withheld ?x }

# A claim states at most one thing: an event mention, a relation or a measurement.
DELETE { d:claim kg:states ?x } INSERT { d:claim kg:states d:town } WHERE { d:claim kg:states ?x }

# A claim has a quote.
DELETE WHERE { d:claim kg:evidence ?x }

# The cue of a claim is one stretch of text.
DELETE { d:claim kg:cue ?x } INSERT { d:claim kg:cue d:town } WHERE { d:claim kg:cue ?x }

# The claimant of a claim is named by one stretch of text.
DELETE { d:claim kg:claimantEvidence ?x } INSERT { d:claim kg:claimantEvidence d:town } WHERE { d:claim kg:claimantEvidence ?x }

# What is stated is stated by a claim.
DELETE WHERE { d:claim kg:states ?x }

# A mention refers to exactly one actor, place or agreement.
DELETE { d:mention kg:refersTo ?x } INSERT { d:mention kg:refersTo d:days } WHERE { d:mention kg:refersTo ?x }

# A mention has the words it consists of.
DELETE WHERE { d:mention kg:surface ?x }

# A mention has exactly one speaker.
DELETE WHERE { d:mention kg:speaker ?x }

# A mention is a pronoun or not.
DELETE { d:mention kg:pronoun ?x } INSERT { d:mention kg:pronoun 1 } WHERE { d:mention kg:pronoun ?x }

# A mention has exactly one quote.
DELETE WHERE { d:mention kg:evidence ?x }

# An event has exactly one type, of those the ontology lists.
DELETE { d:capture kg:eventType ?x } INSERT { d:capture kg:eventType kg:Picnic } WHERE { d:capture kg:eventType ?x }

# An event has exactly one label.
DELETE WHERE { d:event rdfs:label ?x }

# An initiator is an actor, or what stands for one.
DELETE { d:capture kg:initiator ?x } INSERT { d:capture kg:initiator d:days } WHERE { d:capture kg:initiator ?x }

# A target is an actor, a place or an agreement.
DELETE { d:capture kg:target ?x } INSERT { d:capture kg:target d:days } WHERE { d:capture kg:target ?x }

# A participant is an actor, or what stands for one.
DELETE { d:capture kg:participant ?x } INSERT { d:capture kg:participant d:days } WHERE { d:capture kg:participant ?x }

# An event is at a place.
DELETE { d:capture kg:place ?x } INSERT { d:capture kg:place d:army } WHERE { d:capture kg:place ?x }

# An event invokes an agreement.
DELETE { d:capture kg:invokes ?x } INSERT { d:capture kg:invokes d:army } WHERE { d:capture kg:invokes ?x }

# An event violates an agreement.
DELETE { d:capture kg:violates ?x } INSERT { d:capture kg:violates d:army } WHERE { d:capture kg:violates ?x }

# An event has at most one time, an interval.
INSERT DATA { d:capture kg:time d:months }

# An event has at most one PLOVER code, of the 16 there are.
DELETE { d:capture kg:plover ?x } INSERT { d:capture kg:plover "FIGHT" } WHERE { d:capture kg:plover ?x }

# An event has at most one ACLED sub-event type.
INSERT DATA { d:capture kg:acled "Other" }

# An event mention has at most one theme.
INSERT DATA { d:capture kg:theme "a mine" }

# An event mention says in one word where its time comes from.
INSERT DATA { d:capture kg:timeBasis "document" }

# The time of an event mention is vague or not.
DELETE { d:capture kg:timeVague ?x } INSERT { d:capture kg:timeVague "somewhat" } WHERE { d:capture kg:timeVague ?x }

# The time of an event mention is told by one stretch of text.
DELETE { d:capture kg:timeEvidence ?x } INSERT { d:capture kg:timeEvidence d:town } WHERE { d:capture kg:timeEvidence ?x }

# An event mention has exactly one trigger.
DELETE WHERE { d:capture kg:trigger ?x }

# An event mention has exactly one sentence as its quote.
DELETE WHERE { d:capture kg:evidence ?x }

# An event mention has a rank in its document, from 1.
DELETE { d:capture kg:salience ?x } INSERT { d:capture kg:salience 0 } WHERE { d:capture kg:salience ?x }

# A relation has exactly one type, of those the ontology lists.
DELETE { d:relation kg:relationType ?x } INSERT { d:relation kg:relationType kg:envies } WHERE { d:relation kg:relationType ?x }

# A relation has exactly one subject, an actor, a place or an agreement.
DELETE { d:relation kg:subject ?x } INSERT { d:relation kg:subject d:days } WHERE { d:relation kg:subject ?x }

# A relation has exactly one object, an actor, a place or an agreement.
DELETE WHERE { d:relation kg:object ?x }

# A relation is between two things.
DELETE { d:relation kg:object ?x } INSERT { d:relation kg:object d:rebels } WHERE { d:relation kg:object ?x }

# A relation has a quote.
DELETE WHERE { d:relation kg:evidence ?x }

# A measurement has at most one value, a decimal number.
DELETE { d:measurement kg:value ?x } INSERT { d:measurement kg:value "many" } WHERE { d:measurement kg:value ?x }

# A measurement has at most one lower bound, a decimal number.
DELETE { d:measurement kg:lower ?x } INSERT { d:measurement kg:lower 2.0e1 } WHERE { d:measurement kg:lower ?x }

# A measurement has at most one upper bound, a decimal number.
INSERT DATA { d:measurement kg:upper 26.5 }

# The lower bound of a measurement is not above its upper bound.
DELETE { d:measurement kg:lower ?x } INSERT { d:measurement kg:lower 30.5 } WHERE { d:measurement kg:lower ?x }

# A measurement has at most one unit.
INSERT DATA { d:measurement kg:unit "mile" }

# A measurement is of one thing.
INSERT DATA { d:measurement kg:what "length" }

# A measurement is about an actor, a place or an agreement.
DELETE { d:measurement kg:about ?x } INSERT { d:measurement kg:about d:days } WHERE { d:measurement kg:about ?x }

# A measurement has a quote.
DELETE WHERE { d:measurement kg:evidence ?x }

# A problem has a code of lower-case words.
DELETE { d:problem kg:code ?x } INSERT { d:problem kg:code "Oops!" } WHERE { d:problem kg:code ?x }

# A problem says what is wrong.
DELETE WHERE { d:problem kg:message ?x }

# A problem is at one stretch of text.
DELETE { d:problem kg:evidence ?x } INSERT { d:problem kg:evidence d:town } WHERE { d:problem kg:evidence ?x }

# An interval starts with at most one day, month or year.
DELETE { d:days kg:start ?x } INSERT { d:days kg:start "9 May" } WHERE { d:days kg:start ?x }

# An interval ends with at most one day, month or year.
DELETE { d:days kg:end ?x } INSERT { d:days kg:end "10 May" } WHERE { d:days kg:end ?x }

# An interval is open at one end at most.
DELETE WHERE { d:since kg:start ?x }

# An interval has at most one beginning, an instant.
DELETE { d:days time:hasBeginning ?x } INSERT { d:days time:hasBeginning d:town } WHERE { d:days time:hasBeginning ?x }

# An interval has at most one end, an instant.
DELETE { d:days time:hasEnd ?x } INSERT { d:days time:hasEnd d:town } WHERE { d:days time:hasEnd ?x }

# An interval does not end before it starts.
DELETE { d:days kg:end ?x } INSERT { d:days kg:end "2024-05-08"^^xsd:date } WHERE { d:days kg:end ?x }

# An instant is exactly one day, month or year.
DELETE WHERE { d:ninth time:inXSDDate ?x }

# An actor, place or agreement has a name.
DELETE WHERE { d:truce skos:prefLabel ?x }

# What only one document knows is local to one document.
DELETE { d:rebels kg:localTo ?x } INSERT { d:rebels kg:localTo "sudan-1" } WHERE { d:rebels kg:localTo ?x }

# An actor, place or agreement belongs to at most one country.
INSERT DATA { d:army kg:country d:elsewhere }

# What is the same elsewhere is named by its IRI.
DELETE { d:army skos:exactMatch ?x } INSERT { d:army skos:exactMatch "Q1" } WHERE { d:army skos:exactMatch ?x }

# A place has at most one latitude, from -90 to 90.
DELETE { d:town wgs84:lat ?x } INSERT { d:town wgs84:lat 113.3 } WHERE { d:town wgs84:lat ?x }

# A place has at most one longitude, from -180 to 180.
DELETE { d:town wgs84:long ?x } INSERT { d:town wgs84:long "27.8" } WHERE { d:town wgs84:long ?x }

# A place has at most one geometry.
DELETE { d:town geo:hasGeometry ?x } INSERT { d:town geo:hasGeometry d:days } WHERE { d:town geo:hasGeometry ?x }

# A geometry is written in WKT.
DELETE { d:point geo:asWKT ?x } INSERT { d:point geo:asWKT "POINT(27.8 11.33)" } WHERE { d:point geo:asWKT ?x }

# An event type or relation type has a label.
DELETE WHERE { kg:Capture skos:prefLabel ?x }

# An event is denoted by at least one event mention.
DELETE WHERE { d:event gaf:denotedBy ?x }

# An event has exactly one status: reported, claimed, disputed, unrealised, denied or rejected.
DELETE { d:event kg:status ?x } INSERT { d:event kg:status "true" } WHERE { d:event kg:status ?x }

# An event mention denotes one event.
INSERT DATA { d:event2 gaf:denotedBy d:capture }

# A situation has exactly one label.
DELETE WHERE { d:force rdfs:label ?x }

# A situation says in a word how things stand.
DELETE WHERE { d:force kg:statusValue ?x }

# A situation has at most one time, an interval.
DELETE { d:control kg:time ?x } INSERT { d:control kg:time d:ninth } WHERE { d:control kg:time ?x }

# A situation is based on claims.
DELETE WHERE { d:presence kg:basedOn ?x }

# A situation results from events.
DELETE { d:control kg:resultsFrom ?x } INSERT { d:control kg:resultsFrom d:capture } WHERE { d:control kg:resultsFrom ?x }

# Control has exactly one holder.
DELETE WHERE { d:control kg:holder ?x }

# Control is of exactly one place.
DELETE { d:control kg:place ?x } INSERT { d:control kg:place d:army } WHERE { d:control kg:place ?x }

# The status of an agreement is of exactly one agreement.
DELETE { d:force kg:agreement ?x } INSERT { d:force kg:agreement d:town } WHERE { d:force kg:agreement ?x }

# Presence is of exactly one actor.
DELETE WHERE { d:presence kg:actor ?x }

# Presence is at exactly one place.
DELETE WHERE { d:presence kg:place ?x }

# A contradiction has exactly one kind.
DELETE WHERE { d:contradiction kg:contradictionKind ?x }

# A contradiction has exactly one claim A.
DELETE { d:contradiction kg:claimA ?x } INSERT { d:contradiction kg:claimA d:capture } WHERE { d:contradiction kg:claimA ?x }

# A contradiction has exactly one claim B.
DELETE WHERE { d:contradiction kg:claimB ?x }

# A contradiction is between two claims.
DELETE { d:contradiction kg:claimB ?x } INSERT { d:contradiction kg:claimB d:claim } WHERE { d:contradiction kg:claimB ?x }

# A contradiction says once what was ruled out.
DELETE WHERE { d:contradiction kg:ruledOut ?x }

# A contradiction has a severity from 0 to 1.
DELETE { d:contradiction kg:severity ?x } INSERT { d:contradiction kg:severity 1.5 } WHERE { d:contradiction kg:severity ?x }

# A contradiction says how many independent sources stand on its sides.
DELETE { d:contradiction kg:independentSources ?x } INSERT { d:contradiction kg:independentSources 0 } WHERE { d:contradiction kg:independentSources ?x }

# A contradiction says why.
DELETE WHERE { d:contradiction rdfs:comment ?x }

# A presumption is about exactly one actor, place or agreement.
DELETE { d:presumption kg:presumes ?x } INSERT { d:presumption kg:presumes d:ev } WHERE { d:presumption kg:presumes ?x }

# A presumption leads to exactly one actor, place or agreement.
INSERT DATA { d:presumption kg:presumedSame d:wire }

# An event says how many publishers stand behind it.
DELETE WHERE { d:event kg:publishers ?x }

# An event says how many claimants stand behind it.
DELETE { d:event kg:claimants ?x } INSERT { d:event kg:claimants "several" } WHERE { d:event kg:claimants ?x }

# An event says how many independent sources stand behind it.
DELETE { d:event kg:independentSources ?x } INSERT { d:event kg:independentSources -1 } WHERE { d:event kg:independentSources ?x }

# What is told in numbers of an event is a measurement.
INSERT DATA { d:event kg:measured d:claim }

# What is said otherwise of an event is an alternative.
INSERT DATA { d:event kg:alternative d:days }

# An alternative has a property that the ontology does not give it.
INSERT DATA { d:later kg:weight 3 }

# An alternative is one of exactly one event.
DELETE WHERE { d:event kg:alternative d:later }

# An alternative gives one time, one number, or one actor or place.
INSERT DATA { d:later kg:initiator d:army }

# An alternative number is a measurement.
DELETE { d:more kg:measured ?x } INSERT { d:more kg:measured d:town } WHERE { d:more kg:measured ?x }

# An alternative time is an interval.
DELETE { d:later kg:time ?x } INSERT { d:later kg:time d:ninth } WHERE { d:later kg:time ?x }

# An alternative initiator is an actor, or what stands for one.
DELETE { d:others kg:initiator ?x } INSERT { d:others kg:initiator d:days } WHERE { d:others kg:initiator ?x }

# An alternative target is an actor, a place or an agreement.
DELETE { d:others kg:initiator ?x } INSERT { d:others kg:target d:days } WHERE { d:others kg:initiator ?x }

# An alternative participant is an actor, or what stands for one.
DELETE { d:others kg:initiator ?x } INSERT { d:others kg:participant d:days } WHERE { d:others kg:initiator ?x }

# An alternative place is a place.
DELETE { d:elsewhere kg:place ?x } INSERT { d:elsewhere kg:place d:army } WHERE { d:elsewhere kg:place ?x }

# An alternative is based on claims.
DELETE WHERE { d:others kg:basedOn ?x }

# A presumption has a score from 0 to 1.
DELETE { d:presumption kg:score ?x } INSERT { d:presumption kg:score 1.5 } WHERE { d:presumption kg:score ?x }

# A presumption has its reasons.
DELETE WHERE { d:presumption rdfs:comment ?x }

# A judgement is on exactly two nodes.
INSERT DATA { d:judgement kg:judges d:town }

# A verdict is same, different or unsure.
DELETE { d:judgement kg:verdict ?x } INSERT { d:judgement kg:verdict "maybe" } WHERE { d:judgement kg:verdict ?x }

# A decision names who decided.
DELETE WHERE { d:judgement kg:judgedBy ?x }

# A decision has at most one date: a moment, a day, a month or a year.
DELETE { d:judgement kg:date ?x } INSERT { d:judgement kg:date "yesterday" } WHERE { d:judgement kg:date ?x }

# A ruling is on exactly one claim.
INSERT DATA { d:ruling kg:judges d:claim2 }

# A ruling says rejected or accepted.
DELETE { d:ruling kg:verdict ?x } INSERT { d:ruling kg:verdict "same" } WHERE { d:ruling kg:verdict ?x }

# A fact has a property that the ontology does not give it.
INSERT DATA { d:fact kg:unheardOf 1 }

# A fact has exactly one label.
DELETE WHERE { d:fact rdfs:label ?x }

# A fact names the policy it is taken under.
DELETE { d:fact kg:policy ?x } INSERT { d:fact kg:policy "hearsay" } WHERE { d:fact kg:policy ?x }

# A fact is about exactly one event, situation, relation or measurement.
DELETE { d:fact kg:about ?x } INSERT { d:fact kg:about d:town } WHERE { d:fact kg:about ?x }

# A fact rests on claims.
DELETE WHERE { d:fact kg:basedOn ?x }

# A fact says why it is taken as so.
DELETE WHERE { d:fact dcterms:description ?x }

# A fact has at most one time, an interval.
DELETE { d:fact kg:time ?x } INSERT { d:fact kg:time d:town } WHERE { d:fact kg:time ?x }
