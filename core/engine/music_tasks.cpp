#include "core/engine/music_tasks.h"

#include "core/score/gm.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <utility>

namespace pieria {

namespace {

constexpr int kMostBars = 1024;
constexpr std::size_t kTitleBytes = 64;

bool isFinite(const std::optional<double>& value)
{
    return !value || std::isfinite(*value);
}

Status checkSource(const MusicRequest& request, const Take& source)
{
    const int bars = source.plan.bars;
    if (!canComposeIn(source.score.metre()) || source.score.metres.size() > 1) {
        return fail(ErrorCode::Unsupported,
            "This take changes its metre or is in one the studio cannot write in (4/4, 3/4, 6/8, "
            "2/4 and 5/4 are).");
    }
    switch (request.task) {
    case MusicTask::Compose:
        break;
    case MusicTask::Extend:
        if (request.extendBars < 1 || bars + request.extendBars > kMostBars) {
            return fail(ErrorCode::InvalidInput,
                "A take can be extended by 1 bar or more, up to " + std::to_string(kMostBars)
                    + " bars in all.");
        }
        break;
    case MusicTask::Inpaint:
        if (request.firstBar < 1 || request.lastBar < request.firstBar || request.lastBar > bars) {
            return fail(ErrorCode::InvalidInput,
                "Bars to make again must lie between 1 and " + std::to_string(bars) + ".");
        }
        break;
    case MusicTask::RemakeSlot:
        break;
    }
    return {};
}

/// The planner's answer for the new bars of an extension, in the source's key, metre and tempo.
MusicRequest extensionRequest(const MusicRequest& request, const Take& source)
{
    MusicRequest extension = request;
    extension.task = MusicTask::Compose;
    extension.bars = request.extendBars;
    extension.length.reset();
    extension.bpm = source.plan.bpm;
    extension.key = source.plan.key;
    extension.metre = source.plan.metre;
    return extension;
}

void appendPlan(MusicPlan& plan, const MusicPlan& more)
{
    const Tick shift = plan.bars * plan.metre.ticksPerBar();
    for (Section section : more.sections) {
        section.onset += shift;
        plan.sections.push_back(section);
    }
    for (Chord chord : more.chords) {
        chord.onset += shift;
        plan.chords.push_back(chord);
    }
    plan.energy.insert(plan.energy.end(), more.energy.begin(), more.energy.end());
    plan.bars += more.bars;
    plan.loop = false;
}

/// The source's plan as its score stands now: the editor may have moved chords, tempo or programs.
MusicPlan planOfSource(const Take& source)
{
    MusicPlan plan = planFromScore(source.score, source.plan.energy);
    plan.bars = static_cast<int>(source.score.length / plan.metre.ticksPerBar());
    plan.energy.resize(static_cast<std::size_t>(plan.bars), 0.5F);
    plan.style = source.plan.style;
    plan.loop = source.plan.loop;
    return plan;
}

/// Kept notes stay to the tick; made notes give way where the same pitch sounds already or starts
/// again.
std::vector<Note> mergeNotes(const std::vector<Note>& kept, const std::vector<Note>& made)
{
    struct Item
    {
        Note note;
        bool isKept;
    };
    std::array<std::vector<Item>, 128> byPitch;
    for (const Note& note : kept) {
        byPitch[note.pitch & 127U].push_back({ note, true });
    }
    for (const Note& note : made) {
        byPitch[note.pitch & 127U].push_back({ note, false });
    }
    std::vector<Note> merged;
    for (std::vector<Item>& items : byPitch) {
        std::stable_sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.note.onset < b.note.onset; });
        Tick keptUntil = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            Note note = items[i].note;
            if (items[i].isKept) {
                keptUntil = std::max(keptUntil, note.onset + note.duration);
            } else {
                const bool covered = note.onset < keptUntil
                    || (i + 1 < items.size() && items[i + 1].note.onset == note.onset);
                if (covered) {
                    continue;
                }
                if (i + 1 < items.size()) {
                    note.duration = std::min(note.duration, items[i + 1].note.onset - note.onset);
                }
            }
            merged.push_back(note);
        }
    }
    std::sort(merged.begin(), merged.end(), [](const Note& a, const Note& b) {
        return std::pair(a.onset, a.pitch) < std::pair(b.onset, b.pitch);
    });
    return merged;
}

const Track* trackOf(const Score& score, Slot slot)
{
    for (const Track& track : score.tracks) {
        if (track.slot == slot) {
            return &track;
        }
    }
    return nullptr;
}

/// A note belongs to the bar its grid frame lies in, as the codec sees it.
int barOf(Tick onset, Tick barTicks)
{
    return static_cast<int>((onset + kTicksPerFrame / 2) / barTicks);
}

} // namespace

bool MusicJob::kept(int bar, Slot at) const
{
    const bool inside = bar >= firstBar && bar < endBar;
    switch (task) {
    case MusicTask::Compose:
        return false;
    case MusicTask::RemakeSlot:
        return !(inside && at == slot);
    case MusicTask::Extend:
    case MusicTask::Inpaint:
        return !inside;
    }
    return false;
}

Status checkMusicRequest(const MusicRequest& request, const Take* source)
{
    if (request.bars && (*request.bars < 1 || *request.bars > kMostBars)) {
        return fail(ErrorCode::InvalidInput,
            "The number of bars must lie between 1 and " + std::to_string(kMostBars) + ".");
    }
    if (request.length && !(request.length->value() > 0 && request.length->value() <= 3600)) {
        return fail(
            ErrorCode::InvalidInput, "The length must be more than 0 and at most 3600 seconds.");
    }
    if (!isFinite(request.bpm) || (request.bpm && (*request.bpm < 20 || *request.bpm > 400))) {
        return fail(
            ErrorCode::InvalidInput, "The tempo must lie between 20 and 400 beats a minute.");
    }
    if (request.metre && !canComposeIn(*request.metre)) {
        return fail(ErrorCode::Unsupported, "The studio composes in 4/4, 3/4, 6/8, 2/4 and 5/4.");
    }
    if (request.steps < 1 || request.steps > 200) {
        return fail(ErrorCode::InvalidInput, "Steps must lie between 1 and 200.");
    }
    if (!(request.guidance >= 0 && request.guidance <= 20)) {
        return fail(ErrorCode::InvalidInput, "Guidance must lie between 0 and 20.");
    }
    if (!request.styles.empty()) {
        return fail(ErrorCode::NotFound,
            "There is no style called \"" + request.styles.front().name + "\".");
    }
    if (request.task == MusicTask::Compose) {
        return {};
    }
    if (source == nullptr) {
        return fail(ErrorCode::InvalidInput, "Choose the take to work on first.");
    }
    return checkSource(request, *source);
}

Result<MusicJob> planMusicJob(const MusicPlanner& planner, const MusicRequest& request,
    const MusicReading& reading, const Take* source,
    const std::optional<std::string>& suggestedStyle)
{
    MusicJob job;
    job.task = request.task;
    if (request.task == MusicTask::Compose) {
        Result<PlannedMusic> planned = planner.planWithNotes(request, reading, suggestedStyle);
        if (!planned) {
            return tl::unexpected(planned.error());
        }
        job.plan = std::move(planned->plan);
        job.notes = std::move(planned->notes);
        job.endBar = job.plan.bars;
        return job;
    }
    job.plan = planOfSource(*source);
    switch (request.task) {
    case MusicTask::Extend: {
        Result<MusicPlan> more
            = planner.plan(extensionRequest(request, *source), reading, suggestedStyle);
        if (!more) {
            return tl::unexpected(more.error());
        }
        job.firstBar = job.plan.bars;
        appendPlan(job.plan, *more);
        job.endBar = job.plan.bars;
        break;
    }
    case MusicTask::Inpaint:
        job.firstBar = request.firstBar - 1;
        job.endBar = request.lastBar;
        break;
    case MusicTask::RemakeSlot: {
        job.slot = request.slot;
        job.endBar = job.plan.bars;
        if (request.firstBar > 0) {
            job.firstBar = request.firstBar - 1;
            job.endBar = std::min(request.lastBar, job.plan.bars);
        }
        SlotPlan& slot = job.plan.slots[slotIndex(request.slot)];
        MusicRequest fresh = extensionRequest(request, *source);
        fresh.bars = job.plan.bars;
        const Result<MusicPlan> wished = planner.plan(fresh, reading, suggestedStyle);
        const bool named = !reading.controls.with.empty() || request.instruments;
        if (wished && wished->slots[slotIndex(request.slot)].on && (named || !slot.on)) {
            slot = wished->slots[slotIndex(request.slot)];
        }
        slot.on = true;
        break;
    }
    case MusicTask::Compose:
        break;
    }
    return job;
}

Score assembleScore(const MusicJob& job, const ScoreGrid& grid, const Take* source)
{
    const Tick barTicks = job.plan.metre.ticksPerBar();
    Score score;
    if (source != nullptr) {
        score.title = source->score.title;
        score.tempo = source->score.tempo;
    } else {
        score.tempo = TempoMap(job.plan.bpm);
    }
    score.metres = { { 0, job.plan.metre } };
    score.keys = { { 0, job.plan.key } };
    score.sections = job.plan.sections;
    score.chords = job.plan.chords;
    score.length = job.plan.bars * barTicks;
    for (const Slot slot : kSlots) {
        const SlotPlan& plan = job.plan.slots[slotIndex(slot)];
        if (!plan.on) {
            continue;
        }
        Track track;
        track.slot = slot;
        track.program = plan.program;
        track.name = slot == Slot::Drums ? "Drums" : std::string(programName(plan.program));
        const Track* old = source != nullptr ? trackOf(source->score, slot) : nullptr;
        const auto isKept = [&](const Note& note) {
            return job.kept(std::min(barOf(note.onset, barTicks), job.plan.bars - 1), slot);
        };
        std::vector<Note> kept;
        if (old != nullptr) {
            track.name = old->program == plan.program ? old->name : track.name;
            std::copy_if(old->notes.begin(), old->notes.end(), std::back_inserter(kept), isKept);
        }
        std::vector<Note> made = notesFromGrid(grid, slot, job.plan.key, job.plan.metre);
        std::erase_if(made, isKept);
        track.notes = mergeNotes(kept, made);
        score.tracks.push_back(std::move(track));
    }
    return score;
}

std::vector<Slot> silentSlots(const MusicJob& job, const Score& score)
{
    std::vector<Slot> silent;
    for (const Slot slot : kSlots) {
        if (!job.plan.slots[slotIndex(slot)].on) {
            continue;
        }
        bool made = false;
        for (int bar = job.firstBar; bar < job.endBar; ++bar) {
            made = made || !job.kept(bar, slot);
        }
        const Track* track = trackOf(score, slot);
        if (made && (track == nullptr || track->notes.empty())) {
            silent.push_back(slot);
        }
    }
    return silent;
}

std::string titleOf(const MusicRequest& request, const Take* source)
{
    if (request.task != MusicTask::Compose && source != nullptr) {
        return source->title;
    }
    std::string title;
    for (const char c : request.prompt) {
        title += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    const std::size_t begin = title.find_first_not_of(' ');
    title = begin == std::string::npos ? "Untitled" : title.substr(begin);
    if (title.size() > kTitleBytes) {
        std::size_t cut = title.rfind(' ', kTitleBytes);
        if (cut == std::string::npos || cut < kTitleBytes / 2) {
            cut = kTitleBytes;
            while (cut > 0 && (static_cast<unsigned char>(title[cut]) & 0xC0U) == 0x80U) {
                --cut;
            }
        }
        title.resize(cut);
        title += "...";
    }
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

} // namespace pieria
